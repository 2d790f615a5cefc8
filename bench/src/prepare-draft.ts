import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type DraftSteps,
  getDraftEndpoint,
  openDraftEndpoint,
  saveDraftStepEndpoint,
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
import { type Visitor, call } from './call.ts'
import { waitUntil } from './wait-until.ts'

const FIXTURES = join(import.meta.dirname, '..', 'fixtures')

export interface ReadyDraft {
  readonly draftId: string
  readonly version: number
}

/** Brings the records of a graduate into the personal centre and waits until all have an answer. */
async function collectRecords(visitor: Visitor, person: SandboxPerson): Promise<PersonalCentre> {
  await call(visitor, syncExamProofsEndpoint, {})
  for (const { certificateNumber: number } of person.putonghua.slice(0, 1)) {
    await call(visitor, verifyPutonghuaEndpoint, { number })
  }
  for (const { certificateNumber } of person.educations.slice(0, 1)) {
    await call(visitor, verifyEducationEndpoint, { certificateNumber })
  }
  for (const { certificateNumber } of person.degrees.slice(0, 1)) {
    await call(visitor, verifyDegreeEndpoint, { certificateNumber })
  }
  await waitUntil('the records', async () => {
    const { examProofs, putonghua, educations, degrees } = await call(visitor, getCentreEndpoint, {})
    const states = [examProofs, putonghua, educations, degrees].flat().map(({ state }) => state)
    return examProofs.length > 0 && states.every((state) => state === 'match')
  })
  return call(visitor, getCentreEndpoint, {})
}

async function choosePlace(visitor: Visitor, person: SandboxPerson, centre: PersonalCentre) {
  const [proof] = centre.examProofs
  if (proof === undefined) throw new Error('a person without a proof')
  const asked = { regionCode: person.areaCode, qualificationType: proof.qualificationType }
  const [agency] = (await call(visitor, findAgenciesEndpoint, asked)).agencies
  return {
    areaBasis: 'hukou',
    regionCode: person.areaCode,
    address: '信安街道演示路1号',
    agencyCode: agency?.agencyCode ?? null,
    qualificationType: proof.qualificationType,
    subjectCode: proof.subjectCode,
    pointId: agency?.points[0]?.pointId ?? null,
  } satisfies DraftSteps['agency']
}

type Change = {
  [Step in keyof DraftSteps]: { readonly step: Step; readonly value: DraftSteps[Step] }
}[keyof DraftSteps]

function toChanges(centre: PersonalCentre, place: DraftSteps['agency'], photoId: string): Change[] {
  const { examProofs, putonghua, educations, degrees } = centre
  const identity = {
    route: 'national-exam' as const,
    examProofId: examProofs[0]?.id ?? null,
    putonghuaId: putonghua[0]?.id ?? null,
    isStudent: false,
    enrolmentId: null,
    educationId: educations[0]?.id ?? null,
    degreeId: degrees[0]?.id ?? null,
  }
  const resume = [
    { fromMonth: '2015-09', toMonth: '2018-06', place: '演示中学', role: '学生', witness: '演示老师' },
    { fromMonth: '2018-09', toMonth: null, place: '演示大学', role: '学生', witness: null },
  ]
  const work = { workplace: '无', occupationCode: '01', titleCode: '00', politicalStatusCode: '13' }
  const details = { photoId, signatureId: null, collection: 'self' as const, mailingAddress: null, resume, ...work }
  return [
    { step: 'agreement', value: { agreed: true, offenceQueryAuthorised: true } },
    { step: 'identity', value: identity },
    { step: 'agency', value: place },
    { step: 'details', value: details },
    { step: 'review', value: { confirmed: true } },
    { step: 'notices', value: { read: true } },
    { step: 'promise', value: { agreed: true } },
  ]
}

async function sign(visitor: Visitor, draftId: string): Promise<void> {
  const { signingId, url } = await call(visitor, offerSigningEndpoint, { draftId })
  // Another device: it opens the code and signs, and keeps its cookie in between.
  const phone = { origin: visitor.origin, cookie: `__Host-xt-device=${'phone'.padEnd(43, '0')}` }
  const { deviceKey } = await call(phone, openSigningEndpoint, { token: url.split('#')[1] ?? '' })
  await call(phone, submitSignatureEndpoint, { deviceKey }, readFileSync(join(FIXTURES, 'signature.png')))
  await call(visitor, acceptSigningEndpoint, { signingId })
}

/** Goes the whole way of an applicant up to the last button, over HTTP like a browser. */
export async function prepareDraft(visitor: Visitor, person: SandboxPerson): Promise<ReadyDraft> {
  const centre = await collectRecords(visitor, person)
  const { draftId } = await call(visitor, openDraftEndpoint, {})
  const photo = readFileSync(join(FIXTURES, 'photo.jpg'))
  const { fileId } = await call(visitor, uploadPhotoEndpoint, { draftId }, photo)
  for (const change of toChanges(centre, await choosePlace(visitor, person, centre), fileId)) {
    const { version } = await call(visitor, getDraftEndpoint, { draftId })
    await call(visitor, saveDraftStepEndpoint, { draftId, version, change })
  }
  await sign(visitor, draftId)
  const { version, defects } = await call(visitor, getDraftEndpoint, { draftId })
  if (defects.length > 0) throw new Error(`the draft is not ready: ${JSON.stringify(defects)}`)
  return { draftId, version }
}
