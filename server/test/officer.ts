import {
  approveCaseEndpoint,
  confirmCaseEndpoint,
  findCaseEndpoint,
  getCaseEndpoint,
  reviewCaseEndpoint,
  type CaseView,
} from '@xingtan/contract/office/case'
import { requestVettingEndpoint } from '@xingtan/contract/office/vetting'
import type { TestClient } from './client.ts'
import type { Product } from './product.ts'
import { signInOfficer } from './sign-in.ts'

/** The four officers a case passes, each in a browser of their own. */
export interface Desk {
  readonly confirm: TestClient
  readonly vet: TestClient
  readonly review: TestClient
  readonly approve: TestClient
}

export async function signInDesk(product: Product, place: 'kecheng' | 'quzhou' = 'kecheng'): Promise<Desk> {
  return {
    confirm: await signInOfficer(product, `${place}-confirm`),
    vet: await signInOfficer(product, `${place}-vet`),
    review: await signInOfficer(product, `${place}-review`),
    approve: await signInOfficer(product, `${place}-approve`),
  }
}

export async function getCase(officer: TestClient, applicationId: string): Promise<CaseView> {
  return (await officer.call(getCaseEndpoint, { applicationId })).output()
}

/** Finds the case by its 报名号 and accepts every line that needs a person. */
export async function confirmCase(product: Product, desk: Desk, registrationNumber: string): Promise<string> {
  const [row] = (await desk.confirm.call(findCaseEndpoint, { text: registrationNumber })).output().rows
  if (row === undefined) throw new Error('the desk does not find the case')
  const view = await getCase(desk.confirm, row.applicationId)
  const { rows } = await product.admin.query<{ today: string }>(
    `select to_char(app_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as today`,
  )
  ;(
    await desk.confirm.call(confirmCaseEndpoint, {
      applicationId: row.applicationId,
      version: view.version,
      judgements: view.checklist
        .filter((line) => line.needsHuman)
        .map((line) => ({ code: line.code, accepted: true, note: '已核对原件。' })),
      medical: { conclusion: 'qualified', examinedOn: rows[0]?.today ?? '', hospital: '演示医院' },
    })
  ).output()
  return row.applicationId
}

/** Both checks asked for and answered. */
export async function vetCase(desk: Desk, applicationId: string): Promise<void> {
  for (const kind of ['crime', 'offence'] as const) {
    ;(await desk.vet.call(requestVettingEndpoint, { applicationIds: [applicationId], kind })).output()
  }
  await waitFor(async () => {
    const stage = (await getCase(desk.review, applicationId)).row.stage
    return stage !== 'vetting'
  })
}

export async function reviewCase(desk: Desk, applicationId: string): Promise<void> {
  const { version } = await getCase(desk.review, applicationId)
  ;(
    await desk.review.call(reviewCaseEndpoint, { applicationId, version, opinion: 'pass', note: null, reasons: [] })
  ).output()
}

/** 认定通过; returns the 17 digits. */
export async function approveCase(desk: Desk, applicationId: string): Promise<string> {
  const { version } = await getCase(desk.approve, applicationId)
  return (await desk.approve.call(approveCaseEndpoint, { applicationId, version })).output().number
}

/** Asks until the answer is yes, for at most 15 seconds. */
export async function waitFor(isTrue: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 15_000
  while (!(await isTrue())) {
    if (performance.now() > deadline) throw new Error('it did not come true within 15 s')
    await new Promise((resolve) => {
      setTimeout(resolve, 50)
    })
  }
}
