import type { Browser } from '@playwright/test'
import type { SandboxPerson } from '@xingtan/contract/authority/sandbox-person'
import { registerPerson } from './applicant.ts'
import { collectEvidence, fillDraft, submitDraft } from './draft.ts'
import { confirmCase, requestVetting, signInOfficer, waitForStage } from './officer.ts'
import { drawPhoto, drawSignature } from './pictures.ts'
import type { Product } from './product.ts'
import { openSite, type Site } from './site.ts'

export interface ReviewableCase {
  readonly applicationId: string
  /** Where its applicant is signed in. */
  readonly site: Site
  /** Where the officer is signed in who has asked for the checks. */
  readonly vet: Site
}

/** Brings a person's case to where it can be reviewed: handed in, confirmed, both checks answered. */
export async function layReviewableCase(
  product: Product,
  browser: Browser,
  person: SandboxPerson,
): Promise<ReviewableCase> {
  const site = await registerPerson(product, person)
  const centre = await collectEvidence(site, person)
  const pictures = { photo: await drawPhoto(browser), signature: await drawSignature(browser) }
  const draftId = await fillDraft({ site, phone: openSite(product.portal), centre, pictures })
  const { registrationNumber, applicationId } = await submitDraft(site, draftId)
  await confirmCase(await signInOfficer(product, 'confirm'), registrationNumber)
  const vet = await signInOfficer(product, 'vet')
  for (const kind of ['crime', 'offence'] as const) await requestVetting(vet, [applicationId], kind)
  await waitForStage(vet, applicationId, 'awaiting-review')
  return { applicationId, site, vet }
}
