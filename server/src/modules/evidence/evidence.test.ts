import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  getCentreEndpoint,
  recheckEvidenceEndpoint,
  removeEvidenceEndpoint,
  syncEnrolmentEndpoint,
  syncExamProofsEndpoint,
  verifyEducationEndpoint,
  verifyPutonghuaEndpoint,
} from '@xingtan/contract/evidence'
import type { SandboxPerson } from '@xingtan/contract/authority/sandbox-person'
import { collectEvidence, findLocalPerson, layApplicant, makeReadyDraft, submitReady } from '../../../test/applicant.ts'
import { type TestProduct, startTestProduct } from '../../../test/product.ts'
import { signInApplicant } from '../../../test/sign-in.ts'
import { requestDiplomaCheck } from './index.ts'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

const codeOf = (reply: { refusal(): { code: string } }) => reply.refusal().code

async function enter(person: SandboxPerson) {
  await layApplicant(product, person)
  return signInApplicant(product, person)
}

test('the centre shows who I am, masked, and every record with source, state and trust (PRO-1…PRO-5, PRO-9)', async () => {
  const person = await findLocalPerson(product, 'graduate', 40)
  const visitor = await enter(person)
  const centre = await collectEvidence(product, visitor, person)
  expect(centre.identity).toMatchObject({ name: person.name, realName: 'proven', ethnicGroup: '汉族' })
  expect(JSON.stringify(centre)).not.toContain(person.number)
  expect(JSON.stringify(centre)).not.toContain(person.phone)
  expect(centre.examProofs[0]).toMatchObject({
    number: person.proofs[0]?.number,
    source: '中小学教师资格考试',
    trust: 'issuer',
    state: 'match',
    usable: true,
  })
  expect(centre.examProofs[0]?.subjectCode).toMatch(/^[123]\d{3}$/)
  expect(centre.examSync).toMatchObject({ state: 'match' })
  expect(centre.putonghua[0]).toMatchObject({ state: 'match', score: person.putonghua[0]?.score })
  expect(centre.educations[0]).toMatchObject({ state: 'match', level: 'bachelor' })
  expect(centre.degrees[0]).toMatchObject({ state: 'match', name: person.degrees[0]?.name })
})

test('a sync repeated adds nothing, and one while a question is open is that question (PRO-2)', async () => {
  const person = await findLocalPerson(product, 'two-proofs')
  const visitor = await enter(person)
  ;(await visitor.call(syncExamProofsEndpoint, {})).output()
  await product.settle()
  ;(await visitor.call(syncExamProofsEndpoint, {})).output()
  await product.settle()
  expect((await visitor.call(getCentreEndpoint, {})).output().examProofs).toHaveLength(2)
})

test('a name the exam authority knows otherwise gives no proofs and says which field differs (PRO-2)', async () => {
  const person = await findLocalPerson(product, 'name-differs-exam')
  const visitor = await enter(person)
  ;(await visitor.call(syncExamProofsEndpoint, {})).output()
  await product.settle()
  const { examProofs, examSync } = (await visitor.call(getCentreEndpoint, {})).output()
  expect({ examProofs, state: examSync.state }).toEqual({ examProofs: [], state: 'mismatch' })
})

describe('a record its source does not prove', () => {
  test('can be asked about again and removed, and entering its number again is the same record', async () => {
    const person = await findLocalPerson(product, 'name-differs-chsi')
    const visitor = await enter(person)
    const certificateNumber = person.educations[0]?.certificateNumber ?? ''
    const { id } = (await visitor.call(verifyEducationEndpoint, { certificateNumber })).output()
    await product.settle()
    const [record] = (await visitor.call(getCentreEndpoint, {})).output().educations
    expect(record).toMatchObject({ id, state: 'mismatch', differingFields: ['name'] })
    ;(await visitor.call(recheckEvidenceEndpoint, { kind: 'education', id })).output()
    await product.settle()
    const again = (
      await visitor.call(verifyEducationEndpoint, { certificateNumber: ` ${certificateNumber} ` })
    ).output()
    expect(again).toEqual({ id })
    await product.settle()
    ;(await visitor.call(removeEvidenceEndpoint, { kind: 'education', id })).output()
    expect((await visitor.call(getCentreEndpoint, {})).output().educations).toEqual([])
    expect((await visitor.call(removeEvidenceEndpoint, { kind: 'education', id })).status).toBe(404)
  })

  test('a number no certificate can have is refused before anybody is asked (PRO-3)', async () => {
    const person = await findLocalPerson(product, 'graduate', 41)
    const visitor = await enter(person)
    const reply = await visitor.call(verifyPutonghuaEndpoint, { number: '0026008000001' })
    expect(codeOf(reply)).toBe('evidence.putonghua-number-wrong')
  })
})

test('what an application holds can neither be removed nor rechecked, and says who holds it (PRO-8)', async () => {
  const ready = await makeReadyDraft(product, await findLocalPerson(product, 'graduate', 42))
  const { registrationNumber } = await submitReady(ready)
  const { visitor, centre } = ready
  const id = centre.putonghua[0]?.id ?? ''
  const removal = await visitor.call(removeEvidenceEndpoint, { kind: 'putonghua', id })
  expect(codeOf(removal)).toBe('evidence.held')
  expect(removal.refusal().detail).toContain(registrationNumber)
  expect(codeOf(await visitor.call(recheckEvidenceEndpoint, { kind: 'putonghua', id }))).toBe('evidence.verified')
})

test('a source that comes back answers the question that waited (INT-1, S-154)', async () => {
  const person = await findLocalPerson(product, 'graduate', 43)
  const visitor = await enter(person)
  await product.sandbox.setFault({ authority: 'putonghua', mode: 'unavailable' })
  const number = person.putonghua[0]?.certificateNumber ?? ''
  const { id } = (await visitor.call(verifyPutonghuaEndpoint, { number })).output()
  await product.settle()
  const [late] = (await visitor.call(getCentreEndpoint, {})).output().putonghua
  expect(late).toMatchObject({ id, state: 'source-down', grade: null })
  expect(codeOf(await visitor.call(recheckEvidenceEndpoint, { kind: 'putonghua', id }))).toBe('evidence.waiting')
  await product.sandbox.setFault({ authority: null, mode: 'ok' })
  await product.admin.query(`update jobs set run_at = app_now() where name = 'evidence.verify' and state = 'waiting'`)
  await expect
    .poll(
      async () => {
        await product.admin.query(
          `update jobs set run_at = app_now() where name = 'evidence.verify' and state = 'waiting'`,
        )
        return (await visitor.call(getCentreEndpoint, {})).output().putonghua[0]?.state
      },
      { timeout: 15_000, interval: 500 },
    )
    .toBe('match')
}, 30_000)

test('an enrolment may be synced again; the newest answer stands, the older stays as history (APP-3)', async () => {
  const person = await findLocalPerson(product, 'final-term', 10)
  const visitor = await enter(person)
  ;(await visitor.call(syncEnrolmentEndpoint, {})).output()
  await product.settle()
  const { id } = (await visitor.call(syncEnrolmentEndpoint, {})).output()
  await product.settle()
  const { enrolments } = (await visitor.call(getCentreEndpoint, {})).output()
  expect(enrolments).toMatchObject([{ id, state: 'match', status: '注册学籍' }])
  const { rows } = await product.admin.query(
    `select count(*)::int as n from evidence e join accounts a on a.id = e.account_id
     where e.kind = 'enrolment' and a.name = $1`,
    [person.name],
  )
  expect(rows).toEqual([{ n: 2 }])
})

test('the diploma an officer asks about becomes a fact of the confirmed case (domain §9.1)', async () => {
  const person = await findLocalPerson(product, 'final-term', 11)
  const ready = await makeReadyDraft(product, person)
  const { applicationId } = await submitReady(ready)
  await product.admin.query(
    `update applications set confirmation = 'accepted', confirmed_at = app_now() where id = $1`,
    [applicationId],
  )
  const issued = await fetch(`${product.sandbox.http}/control/people/${person.number}/diploma`, { method: 'POST' })
  expect(issued.ok).toBe(true)
  const { rows } = await product.admin.query<{ account_id: string; agency_code: string }>(
    'select account_id, agency_code from applications where id = $1',
    [applicationId],
  )
  const { account_id: accountId = '', agency_code: agencyCode = '' } = rows[0] ?? {}
  const certificateNumber = person.pendingDiploma?.education.certificateNumber ?? ''
  const ask = (number: string) =>
    product.services.office.db.transaction({ officerId: accountId, agencyCode }, (tx) =>
      requestDiplomaCheck(tx, { applicationId, accountId, certificateNumber: number }),
    )
  await ask(certificateNumber)
  await product.settle()
  const after = await product.admin.query(
    `select a.diploma_evidence_id is not null as has_diploma,
       (select array_agg(kind order by seq) from application_events where application_id = a.id) as kinds
     from applications a where id = $1`,
    [applicationId],
  )
  expect(after.rows).toEqual([{ has_diploma: true, kinds: ['submitted', 'diploma-recorded'] }])
})

test('a record taken out while its source is silent ends the question, and nobody is asked any more (PRO-8, I-12)', async () => {
  const person = await findLocalPerson(product, 'graduate', 44)
  const visitor = await enter(person)
  await product.sandbox.setFault({ authority: 'putonghua', mode: 'unavailable' })
  const number = person.putonghua[0]?.certificateNumber ?? ''
  const { id } = (await visitor.call(verifyPutonghuaEndpoint, { number })).output()
  await product.settle()
  ;(await visitor.call(removeEvidenceEndpoint, { kind: 'putonghua', id })).output()
  await product.sandbox.setFault({ authority: null, mode: 'ok' })
  const before = await product.sandbox.countCalls('putonghua')
  await product.admin.query(`update jobs set run_at = app_now() where name = 'evidence.verify' and state = 'waiting'`)
  await product.settle()
  const { rows } = await product.admin.query('select state, outcome, counts from verifications where subject_id = $1', [
    id,
  ])
  expect(rows).toEqual([{ state: 'answered', outcome: null, counts: false }])
  expect(await product.sandbox.countCalls('putonghua')).toBe(before)
})
