import {
  approveCaseEndpoint,
  type CaseStage,
  type CaseView,
  confirmCaseEndpoint,
  findCaseEndpoint,
  getCaseEndpoint,
  reviewCaseEndpoint,
} from '@xingtan/contract/office/case'
import { requestVettingEndpoint } from '@xingtan/contract/office/vetting'
import {
  beginSignInEndpoint,
  finishSignInEndpoint,
  getOfficerEndpoint,
  type OfficeRole,
} from '@xingtan/contract/office/session'
import type { Product } from './product.ts'
import { signWithKey } from './sandbox.ts'
import { openSite, type Signer, type Site } from './site.ts'
import { waitUntil } from './wait-until.ts'

export const OFFICER_PASSWORD = '杏坛值班室的灯'

/** Officer of 柯城区教育局, or of another place, with a role, signed in by password and key. */
export function signInOfficer(product: Product, role: OfficeRole, place = 'kecheng'): Promise<Site> {
  return signInOfficerAs(product, `${place}-${role}`)
}

/** Any officer of the demonstration by user name. */
export async function signInOfficerAs(product: Product, username: string): Promise<Site> {
  const site = openSite(product.office)
  const begun = await site.call(beginSignInEndpoint, { username, password: OFFICER_PASSWORD })
  const signer: Signer = async ({ keySerial, challenge }) => ({
    kind: 'sm2',
    ...(await signWithKey(product, keySerial ?? '', challenge)),
  })
  await site.call(finishSignInEndpoint, { ticket: begun.ticket, proof: await signer(begun) })
  site.signWith(signer)
  return site
}

export function getCase(site: Site, applicationId: string): Promise<CaseView> {
  return site.call(getCaseEndpoint, { applicationId })
}

/** Finds the case by its 报名号 and accepts every line that needs a person. */
export async function confirmCase(site: Site, registrationNumber: string): Promise<string> {
  const { rows } = await site.call(findCaseEndpoint, { text: registrationNumber })
  const [row] = rows
  if (row === undefined) throw new Error(`the desk does not find ${registrationNumber}`)
  const { applicationId } = row
  const { version, checklist } = await getCase(site, applicationId)
  const { today } = await site.call(getOfficerEndpoint, {})
  await site.call(confirmCaseEndpoint, {
    applicationId,
    version,
    judgements: checklist
      .filter(({ needsHuman }) => needsHuman)
      .map(({ code }) => ({ code, accepted: true, note: '已核对原件。' })),
    medical: { conclusion: 'qualified', examinedOn: today, hospital: '演示医院' },
  })
  return applicationId
}

/** Sends one batch of a background check. */
export async function requestVetting(
  site: Site,
  applicationIds: readonly string[],
  kind: 'crime' | 'offence',
): Promise<void> {
  await site.call(requestVettingEndpoint, { applicationIds: [...applicationIds], kind })
}

/** Waits until a case has come to a stage: its background checks are answered by jobs. */
export function waitForStage(site: Site, applicationId: string, stage: CaseStage): Promise<CaseView> {
  return waitUntil(`the stage ${stage}`, async () => {
    const view = await getCase(site, applicationId)
    return view.row.stage === stage ? view : undefined
  })
}

export async function reviewCase(site: Site, applicationId: string): Promise<void> {
  const { version } = await getCase(site, applicationId)
  await site.call(reviewCaseEndpoint, { applicationId, version, opinion: 'pass', note: null, reasons: [] })
}

/** 认定通过; answers the 17 digits. */
export async function approveCase(site: Site, applicationId: string): Promise<string> {
  const { version } = await getCase(site, applicationId)
  return (await site.call(approveCaseEndpoint, { applicationId, version })).number
}
