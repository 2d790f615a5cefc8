import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import {
  type DraftSteps,
  type Receipt,
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
  syncEnrolmentEndpoint,
  syncExamProofsEndpoint,
  verifyDegreeEndpoint,
  verifyEducationEndpoint,
  verifyPutonghuaEndpoint,
} from '@xingtan/contract/evidence'
import { findAgenciesEndpoint, listSubjectsEndpoint } from '@xingtan/contract/place'
import type { QualificationType } from '@xingtan/contract/qualification'
import {
  acceptSigningEndpoint,
  offerSigningEndpoint,
  openSigningEndpoint,
  submitSignatureEndpoint,
} from '@xingtan/contract/signing'
import { personKey } from '@xingtan/domain/person-identity'
import type { TestClient } from './client.ts'
import type { Product } from './product.ts'
import { signInApplicant } from './sign-in.ts'

/** 柯城区, where the demonstration is open. */
export const KECHENG = '330802'

/** Opens a proven account with a complete profile for a person of the sandbox, unless there is one. */
export async function layApplicant(product: Product, person: SandboxPerson): Promise<void> {
  const { crypto } = product
  const personIndex = crypto.blindIndex('person', personKey('resident-id', person.number) ?? '')
  await product.admin.query(
    `insert into accounts (id, document_type, number_sealed, person_index, name, sex, birth_on, ethnic_group, phone_sealed,
       phone_index, password_hash, real_name_state, real_name_checked_at, claimed_at)
     select $1, 'resident-id', $2, $3, $4, $5, $6, '01', $7, $8, (select password_hash from accounts limit 1), 'proven',
       app_now(), app_now()
     where not exists (select 1 from accounts where person_index = $3)`,
    [
      randomUUID(),
      crypto.sealColumn(person.number),
      personIndex,
      person.name,
      person.sex === '男' ? 1 : 2,
      person.birthOn,
      crypto.sealColumn(person.phone),
      crypto.blindIndex('phone', person.phone),
    ],
  )
  await product.admin.query(`update accounts set ethnic_group = '01' where person_index = $1`, [personIndex])
}

/** Finds people of a scenario whose first proof is of a type that 柯城区 recognises itself. */
export async function findLocalPerson(
  product: Product,
  scenario: SandboxPerson['scenario'],
  place = 0,
): Promise<SandboxPerson> {
  for (let index = 0, found = 0; ; index += 1) {
    const person = await product.sandbox.findPerson(scenario, index)
    const type = person.proofs[0]?.qualificationType ?? 1
    if (type > 3) continue
    if (found === place) return person
    found += 1
  }
}

/** A photo that meets the rule: 295 × 413, white ground. */
export async function makePhoto(ground = '#ffffff', width = 295): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="413"><rect width="100%" height="100%" fill="${ground}"/>
    <circle cx="147" cy="180" r="80" fill="#e0b090"/><rect x="40" y="280" width="215" height="133" fill="#334"/></svg>`
  return sharp(Buffer.from(svg)).flatten({ background: ground }).jpeg({ quality: 88 }).toBuffer()
}

/** Strokes of a finger on a phone. */
export async function makeSignature(): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="400"><path
    d="M120 90 L420 80 M270 90 L262 330 Q255 370 200 350 M480 70 Q470 240 380 340 M490 190 Q560 280 620 330"
    fill="none" stroke="#1a2233" stroke-width="9" stroke-linecap="round"/></svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}

/** Brings every record of the person into the personal centre and waits for the sources. */
export async function collectEvidence(
  product: Product,
  visitor: TestClient,
  person: SandboxPerson,
): Promise<PersonalCentre> {
  ;(await visitor.call(syncExamProofsEndpoint, {})).output()
  for (const { certificateNumber: number } of person.putonghua.slice(0, 1)) {
    ;(await visitor.call(verifyPutonghuaEndpoint, { number })).output()
  }
  if (person.enrolment !== null) (await visitor.call(syncEnrolmentEndpoint, {})).output()
  for (const { certificateNumber } of person.educations.slice(0, 1)) {
    ;(await visitor.call(verifyEducationEndpoint, { certificateNumber })).output()
  }
  for (const { certificateNumber } of person.degrees.slice(0, 1)) {
    ;(await visitor.call(verifyDegreeEndpoint, { certificateNumber })).output()
  }
  await product.settle()
  return (await visitor.call(getCentreEndpoint, {})).output()
}

type Change = Parameters<typeof saveStep>[2]

/** Saves one step over the newest version. */
export async function saveStep(
  visitor: TestClient,
  draftId: string,
  change: { [Step in keyof DraftSteps]: { readonly step: Step; readonly value: DraftSteps[Step] } }[keyof DraftSteps],
): Promise<number> {
  const { version } = (await visitor.call(getDraftEndpoint, { draftId })).output()
  return (await visitor.call(saveDraftStepEndpoint, { draftId, version, change })).output().version
}

/** Signs the promise on a second device and accepts it on the first. */
export async function signPromise(product: Product, visitor: TestClient, draftId: string): Promise<string> {
  const offer = (await visitor.call(offerSigningEndpoint, { draftId })).output()
  const phone = product.visitor('public')
  const token = offer.url.split('#')[1] ?? ''
  const { deviceKey } = (await phone.call(openSigningEndpoint, { token })).output()
  ;(await phone.call(submitSignatureEndpoint, { deviceKey }, { file: await makeSignature() })).output()
  return (await visitor.call(acceptSigningEndpoint, { signingId: offer.signingId })).output().fileId
}

async function choosePlace(visitor: TestClient, centre: PersonalCentre): Promise<DraftSteps['agency']> {
  const proof = centre.examProofs[0]
  const type: QualificationType = proof?.qualificationType ?? 1
  const { agencies } = (
    await visitor.call(findAgenciesEndpoint, { regionCode: KECHENG, qualificationType: type })
  ).output()
  const subjects = (await visitor.call(listSubjectsEndpoint, { qualificationType: type })).output().subjects
  return {
    areaBasis: 'hukou',
    regionCode: KECHENG,
    address: '信安街道演示路1号',
    agencyCode: agencies[0]?.agencyCode ?? null,
    qualificationType: type,
    subjectCode: proof?.subjectCode ?? subjects[0]?.code ?? null,
    pointId: agencies[0]?.points[0]?.pointId ?? null,
  }
}

/** The eight steps as an ordinary person fills them in; photo and signature come by their own ways. */
export async function fillSteps(
  visitor: TestClient,
  draftId: string,
  centre: PersonalCentre,
  photoId: string | null,
): Promise<void> {
  const isStudent = centre.enrolments.length > 0
  const changes: Change[] = [
    { step: 'agreement', value: { agreed: true, offenceQueryAuthorised: true } },
    {
      step: 'identity',
      value: {
        route: 'national-exam',
        examProofId: centre.examProofs[0]?.id ?? null,
        putonghuaId: centre.putonghua[0]?.id ?? null,
        isStudent,
        enrolmentId: centre.enrolments[0]?.id ?? null,
        educationId: centre.educations[0]?.id ?? null,
        degreeId: centre.degrees[0]?.id ?? null,
      },
    },
    { step: 'agency', value: await choosePlace(visitor, centre) },
    {
      step: 'details',
      value: {
        photoId,
        signatureId: null,
        collection: 'self',
        mailingAddress: null,
        resume: [
          { fromMonth: '2015-09', toMonth: '2018-06', place: '演示中学', role: '学生', witness: '演示老师' },
          { fromMonth: '2018-09', toMonth: null, place: '演示大学', role: '学生', witness: null },
        ],
        workplace: null,
        occupationCode: '01',
        titleCode: '00',
        politicalStatusCode: '13',
      },
    },
    { step: 'review', value: { confirmed: true } },
    { step: 'notices', value: { read: true } },
    { step: 'promise', value: { agreed: true } },
  ]
  for (const change of changes) await saveStep(visitor, draftId, change)
}

/** A signed-in person with a draft that lacks nothing. */
export interface ReadyDraft {
  readonly visitor: TestClient
  readonly draftId: string
  readonly version: number
  readonly centre: PersonalCentre
  readonly person: SandboxPerson
}

/** Signs a person in, unless a browser is given, and fills a draft to the last step. */
export async function makeReadyDraft(
  product: Product,
  person: SandboxPerson,
  signedIn?: TestClient,
): Promise<ReadyDraft> {
  await layApplicant(product, person)
  const visitor = signedIn ?? (await signInApplicant(product, person))
  const centre = await collectEvidence(product, visitor, person)
  const { draftId } = (await visitor.call(openDraftEndpoint, {})).output()
  const photo = await visitor.call(uploadPhotoEndpoint, { draftId }, { file: await makePhoto() })
  await fillSteps(visitor, draftId, centre, photo.output().fileId)
  await signPromise(product, visitor, draftId)
  const { version } = (await visitor.call(getDraftEndpoint, { draftId })).output()
  return { visitor, draftId, version, centre, person }
}

/** Hands a ready draft in. */
export async function submitReady({ visitor, draftId, version }: ReadyDraft): Promise<Receipt> {
  return (await visitor.call(submitDraftEndpoint, { draftId, version })).output()
}
