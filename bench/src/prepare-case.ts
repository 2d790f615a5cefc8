import { confirmCaseEndpoint, getCaseEndpoint, reviewCaseEndpoint } from '@xingtan/contract/office/case'
import { requestVettingEndpoint } from '@xingtan/contract/office/vetting'
import { type Visitor, call } from './call.ts'
import { waitUntil } from './wait-until.ts'

/** The officers a case passes before its conclusion. */
export interface Desk {
  readonly confirm: Visitor
  readonly vet: Visitor
  readonly review: Visitor
  readonly approve: Visitor
}

/** Confirms, vets and reviews a case over HTTP; answers the version an approver sees. */
export async function prepareCase(desk: Desk, applicationId: string, today: string): Promise<number> {
  const seen = await call(desk.confirm, getCaseEndpoint, { applicationId })
  await call(desk.confirm, confirmCaseEndpoint, {
    applicationId,
    version: seen.row.version,
    judgements: seen.checklist
      .filter(({ needsHuman }) => needsHuman)
      .map(({ code }) => ({ code, accepted: true, note: '已核对原件。' })),
    medical: { conclusion: 'qualified', examinedOn: today, hospital: '演示医院' },
  })
  for (const kind of ['crime', 'offence'] as const) {
    await call(desk.vet, requestVettingEndpoint, { applicationIds: [applicationId], kind })
  }
  await waitUntil('vetting', async () => {
    return (await call(desk.review, getCaseEndpoint, { applicationId })).row.stage === 'awaiting-review'
  })
  const { version } = (await call(desk.review, getCaseEndpoint, { applicationId })).row
  await call(desk.review, reviewCaseEndpoint, { applicationId, version, opinion: 'pass', note: null, reasons: [] })
  return (await call(desk.approve, getCaseEndpoint, { applicationId })).row.version
}
