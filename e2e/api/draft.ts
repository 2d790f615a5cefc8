import {
  type DraftSteps,
  type Receipt,
  amendApplicationEndpoint,
  getDraftEndpoint,
  openDraftEndpoint,
  saveDraftStepEndpoint,
  submitDraftEndpoint,
  uploadPhotoEndpoint,
} from '@xingtan/contract/application'
import type { SandboxPerson } from '@xingtan/contract/authority/sandbox-person'
import {
  type PersonalCentre,
  getCentreEndpoint,
  syncExamProofsEndpoint,
  verifyDegreeEndpoint,
  verifyEducationEndpoint,
  verifyPutonghuaEndpoint,
} from '@xingtan/contract/evidence'
import { findAgenciesEndpoint } from '@xingtan/contract/place'
import {
  acceptSigningEndpoint,
  offerSigningEndpoint,
  openSigningEndpoint,
  submitSignatureEndpoint,
} from '@xingtan/contract/signing'
import type { Site } from './site.ts'
import { waitUntil } from './wait-until.ts'

/** 柯城区, where the demonstration is open. */
const KECHENG = '330802'

/** What the browser of the journey has drawn. */
export interface Pictures {
  readonly photo: Buffer
  readonly signature: Buffer
}

/** Brings proof, Putonghua, education and degree of a graduate into the personal centre and waits for the sources. */
export async function collectEvidence(site: Site, person: SandboxPerson): Promise<PersonalCentre> {
  await site.call(syncExamProofsEndpoint, {})
  await site.call(verifyPutonghuaEndpoint, { number: person.putonghua[0]?.certificateNumber ?? '' })
  await site.call(verifyEducationEndpoint, { certificateNumber: person.educations[0]?.certificateNumber ?? '' })
  await site.call(verifyDegreeEndpoint, { certificateNumber: person.degrees[0]?.certificateNumber ?? '' })
  return waitUntil('the evidence', async () => {
    const centre = await site.call(getCentreEndpoint, {})
    const records = [centre.examProofs[0], centre.putonghua[0], centre.educations[0], centre.degrees[0]]
    return records.every((record) => record?.state === 'match') ? centre : undefined
  })
}

type Change = {
  [Step in keyof DraftSteps]: { readonly step: Step; readonly value: DraftSteps[Step] }
}[keyof DraftSteps]

async function saveStep(site: Site, draftId: string, change: Change): Promise<void> {
  const { version } = await site.call(getDraftEndpoint, { draftId })
  await site.call(saveDraftStepEndpoint, { draftId, version, change })
}

async function choosePlace(site: Site, centre: PersonalCentre, { street }: Wording): Promise<DraftSteps['agency']> {
  const proof = centre.examProofs[0]
  const qualificationType = proof?.qualificationType ?? 1
  const { agencies } = await site.call(findAgenciesEndpoint, { regionCode: KECHENG, qualificationType })
  return {
    areaBasis: 'hukou',
    regionCode: KECHENG,
    address: street,
    agencyCode: agencies[0]?.agencyCode ?? null,
    qualificationType,
    subjectCode: proof?.subjectCode ?? null,
    pointId: agencies[0]?.points[0]?.pointId ?? null,
  }
}

function fillDetails(photoId: string, { place }: Wording): DraftSteps['details'] {
  return {
    photoId,
    signatureId: null,
    collection: 'self',
    mailingAddress: null,
    resume: [
      { fromMonth: '2015-09', toMonth: '2018-06', place: '演示中学', role: '学生', witness: '演示老师' },
      { fromMonth: '2018-09', toMonth: null, place, role: '学生', witness: null },
    ],
    workplace: null,
    occupationCode: '01',
    titleCode: '00',
    politicalStatusCode: '13',
  }
}

async function signPromise(site: Site, phone: Site, draftId: string, signature: Buffer): Promise<void> {
  const { signingId, url } = await site.call(offerSigningEndpoint, { draftId })
  const { deviceKey } = await phone.call(openSigningEndpoint, { token: url.split('#')[1] ?? '' })
  await phone.call(submitSignatureEndpoint, { deviceKey }, { file: signature })
  await site.call(acceptSigningEndpoint, { signingId })
}

/** What a person types freely; ordinary words unless told. */
interface Wording {
  readonly street: string
  readonly place: string
}

export interface DraftWish {
  readonly site: Site
  /** A second device on the same site. */
  readonly phone: Site
  readonly centre: PersonalCentre
  readonly pictures: Pictures
  readonly wording?: Wording
}

const ORDINARY: Wording = { street: '信安街道演示路1号', place: '演示大学' }

/** All steps as an ordinary graduate fills them in, the signature by phone; answers the draft, ready to be handed in. */
export async function fillDraft({ site, phone, centre, pictures, wording = ORDINARY }: DraftWish): Promise<string> {
  const { draftId } = await site.call(openDraftEndpoint, {})
  const photo = await site.call(uploadPhotoEndpoint, { draftId }, { file: pictures.photo })
  const changes: Change[] = [
    { step: 'agreement', value: { agreed: true, offenceQueryAuthorised: true } },
    {
      step: 'identity',
      value: {
        route: 'national-exam',
        examProofId: centre.examProofs[0]?.id ?? null,
        putonghuaId: centre.putonghua[0]?.id ?? null,
        isStudent: false,
        enrolmentId: null,
        educationId: centre.educations[0]?.id ?? null,
        degreeId: centre.degrees[0]?.id ?? null,
      },
    },
    { step: 'agency', value: await choosePlace(site, centre, wording) },
    { step: 'details', value: fillDetails(photo.fileId, wording) },
    { step: 'review', value: { confirmed: true } },
    { step: 'notices', value: { read: true } },
    { step: 'promise', value: { agreed: true } },
  ]
  for (const change of changes) await saveStep(site, draftId, change)
  await signPromise(site, phone, draftId, pictures.signature)
  return draftId
}

/** Hands a filled draft in. */
export async function submitDraft(site: Site, draftId: string): Promise<Receipt> {
  const { version } = await site.call(getDraftEndpoint, { draftId })
  return site.call(submitDraftEndpoint, { draftId, version })
}

/** 修改 of a case that is open again: another address, the promise confirmed and signed anew, and handed in (S-081). */
export async function amendCase(
  { site, phone, signature }: { readonly site: Site; readonly phone: Site; readonly signature: Buffer },
  { applicationId, address }: { readonly applicationId: string; readonly address: string },
): Promise<Receipt> {
  const { draftId } = await site.call(amendApplicationEndpoint, { applicationId })
  const { steps } = await site.call(getDraftEndpoint, { draftId })
  const changes: Change[] = [
    { step: 'agency', value: { ...steps.agency, address } },
    { step: 'review', value: { confirmed: true } },
    { step: 'promise', value: { agreed: true } },
  ]
  for (const change of changes) await saveStep(site, draftId, change)
  await signPromise(site, phone, draftId, signature)
  return submitDraft(site, draftId)
}
