import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  getApplicationEndpoint,
  getDraftEndpoint,
  listApplicationsEndpoint,
  openDraftEndpoint,
  submitDraftEndpoint,
} from '@xingtan/contract/application'
import { isRegistrationNumber } from '@xingtan/domain/registration-number'
import {
  type ReadyDraft,
  findLocalPerson,
  layApplicant,
  makeReadyDraft,
  saveStep,
  submitReady,
} from '../../../test/applicant.ts'
import { type TestProduct, startTestProduct } from '../../../test/product.ts'
import { signInApplicant } from '../../../test/sign-in.ts'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

const codesOf = (reply: { refusal(): { reasons: readonly { code: string }[] } }) =>
  reply.refusal().reasons.map((reason) => reason.code)

async function submit({ visitor, draftId, version }: ReadyDraft, key: string = randomUUID()) {
  return visitor.call(submitDraftEndpoint, { draftId, version }, { key })
}

describe('handing a draft in', () => {
  let ready: ReadyDraft
  beforeAll(async () => {
    ready = await makeReadyDraft(product, await findLocalPerson(product, 'graduate', 10))
  })

  test('a finished draft lacks nothing', async () => {
    const draft = (await ready.visitor.call(getDraftEndpoint, { draftId: ready.draftId })).output()
    expect(draft.defects).toEqual([])
    expect(draft.window).toMatchObject({ open: true })
  })

  test('gives 报名号, 确认点 and 确认时间 once, whatever is repeated (APP-7, R-038, S-066)', async () => {
    const key = randomUUID()
    const first = (await submit(ready, key)).output()
    expect(isRegistrationNumber(first.registrationNumber)).toBe(true)
    expect(first.pointName).not.toBe('')
    expect(first.confirmFrom < first.confirmTo).toBe(true)
    expect((await submit(ready, key)).output()).toEqual(first)
    const other = await submit(ready)
    expect(other.status).toBe(409)
    expect(other.refusal().detail).toContain(first.registrationNumber)
  })

  test('leaves one application with event, consents, held proof, receipt by SMS and audit in its rows', async () => {
    const { applications } = (await ready.visitor.call(listApplicationsEndpoint, {})).output()
    expect(applications).toHaveLength(1)
    const [application] = applications
    expect(application).toMatchObject({ status: 'awaiting-confirmation', current: true, withdrawn: false })
    const id = application?.applicationId ?? ''
    const rows = async (text: string) => (await product.admin.query<Record<string, unknown>>(text, [id])).rows
    expect(await rows('select kind, status from application_events where application_id = $1')).toEqual([
      { kind: 'submitted', status: 'awaiting-confirmation' },
    ])
    expect(await rows('select purpose from consents where application_id = $1 order by purpose')).toEqual([
      { purpose: 'agreement' },
      { purpose: 'offence-query' },
      { purpose: 'promise' },
    ])
    expect(await rows(`select state from evidence_uses where application_id = $1 and purpose = 'exam-proof'`)).toEqual([
      { state: 'reserved' },
    ])
    expect(await rows(`select count(*)::int as n from messages where application_id = $1 and channel = 'sms'`)).toEqual(
      [{ n: 1 }],
    )
    expect(await rows(`select event from audit_events where object_id = $1`)).toEqual([{ event: 'application.submit' }])
  })

  test('shows the case with timeline, materials that remain and everything handed in (APP-9, APP-14)', async () => {
    const { applications } = (await ready.visitor.call(listApplicationsEndpoint, {})).output()
    const applicationId = applications[0]?.applicationId ?? ''
    const view = (await ready.visitor.call(getApplicationEndpoint, { applicationId })).output()
    expect(view.timeline.map(({ title, state }) => [title, state])).toEqual([
      ['提交网上报名', 'done'],
      ['办理确认', 'now'],
      ['作出认定结论', 'next'],
      ['领取教师资格证书', 'next'],
    ])
    expect(view.actions).toEqual(['amend', 'withdraw', 'preview-form'])
    const putonghua = view.materials.find((material) => material.name.includes('普通话'))
    expect(putonghua).toMatchObject({ needed: false })
    expect(view.materials.find((material) => material.name.includes('居民身份证'))).toMatchObject({ needed: true })
    expect(JSON.stringify(view.groups)).not.toContain(ready.person.number)
    expect(view.photoUrl).toContain('/api/files/')
  })

  test('another person finds neither draft nor application (S-045)', async () => {
    const stranger = await findLocalPerson(product, 'graduate', 11)
    await layApplicant(product, stranger)
    const visitor = await signInApplicant(product, stranger)
    const { applications } = (await ready.visitor.call(listApplicationsEndpoint, {})).output()
    const applicationId = applications[0]?.applicationId ?? ''
    expect((await visitor.call(getApplicationEndpoint, { applicationId })).status).toBe(404)
    const own = await makeReadyDraft(product, await findLocalPerson(product, 'graduate', 12))
    expect((await visitor.call(getDraftEndpoint, { draftId: own.draftId })).status).toBe(404)
    expect((await submit({ ...own, visitor })).status).toBe(404)
    await submitReady(own)
  })
})

test('fifty submits at once make one 报名号 (S-066)', async () => {
  const ready = await makeReadyDraft(product, await findLocalPerson(product, 'graduate', 13))
  const replies = await Promise.all(Array.from({ length: 50 }, () => submit(ready)))
  expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1)
  expect(new Set(replies.map((reply) => reply.status))).toEqual(new Set([200, 409]))
  const { rows } = await product.admin.query<{ n: number }>(
    `select count(*)::int as n from application_events where data ->> 'draftId' = $1`,
    [ready.draftId],
  )
  expect(rows).toEqual([{ n: 1 }])
})

describe('refusals', () => {
  test('a draft without consents, photo and promise names each step (S-055)', async () => {
    const person = await findLocalPerson(product, 'graduate', 14)
    await layApplicant(product, person)
    const visitor = await signInApplicant(product, person)
    const { draftId } = (await visitor.call(openDraftEndpoint, {})).output()
    const reply = await visitor.call(submitDraftEndpoint, { draftId, version: 1 })
    expect(reply.status).toBe(409)
    const fields = reply.refusal().reasons.map((reason) => reason.field)
    expect(fields).toEqual(
      expect.arrayContaining([
        'agreement.agreed',
        'agreement.offenceQueryAuthorised',
        'details.photoId',
        'promise.agreed',
      ]),
    )
  })

  test('a person of the 限制库 is stopped at the start, and the look is on record (APP-12)', async () => {
    const person = await product.sandbox.findPerson('restricted')
    await layApplicant(product, person)
    const visitor = await signInApplicant(product, person)
    const key = randomUUID()
    expect(codesOf(await visitor.call(openDraftEndpoint, {}, { key }))).toEqual(['application.barred'])
    expect(codesOf(await visitor.call(openDraftEndpoint, {}, { key }))).toEqual(['application.barred'])
    const { rows } = await product.admin.query(
      `select moment, outcome from restriction_checks where outcome = 'barred'`,
    )
    expect(rows).toEqual([{ moment: 'start', outcome: 'barred' }])
  })

  test('somebody barred since the start is stopped at the submission (APP-12, S-072)', async () => {
    const ready = await makeReadyDraft(product, await findLocalPerson(product, 'graduate', 15))
    const { rows } = await product.admin.query<{ person_index: Buffer }>(
      'select a.person_index from accounts a join drafts d on d.account_id = a.id where d.id = $1',
      [ready.draftId],
    )
    await product.admin.query(
      `insert into restrictions (id, person_index, name, kind, starts_on, ends_on, state, decision_number, decided_by)
       values ($1, $2, '演示', 'exam-cheat', '2026-01-01', '2027-01-01', 'effective', '演示〔2026〕1号', '演示机构')`,
      [randomUUID(), rows[0]?.person_index],
    )
    expect(codesOf(await submit(ready))).toEqual(['application.barred'])
    await product.admin.query(`update restrictions set state = 'void' where person_index = $1`, [rows[0]?.person_index])
    expect((await submit(ready)).status).toBe(200)
  })

  test.each([
    ['name-differs-putonghua', 'application.putonghua-unproven'],
    ['putonghua-low', 'application.putonghua-below'],
    ['education-unfinished', 'application.education-not-graduated'],
    ['past-retirement', 'application.past-retirement'],
    ['proof-expired', 'application.exam-proof-expired'],
    ['enrolment-suspended', 'application.enrolment-status'],
  ] as const)('%s is refused as %s', async (scenario, code) => {
    const ready = await makeReadyDraft(product, await findLocalPerson(product, scenario))
    expect(codesOf(await submit(ready))).toEqual([code])
  })

  test("another type than the proof's is refused (APP-4)", async () => {
    const ready = await makeReadyDraft(product, await findLocalPerson(product, 'graduate', 16))
    const draft = (await ready.visitor.call(getDraftEndpoint, { draftId: ready.draftId })).output()
    const { agency } = draft.steps
    const qualificationType = agency.qualificationType === 3 ? 2 : 3
    const version = await saveStep(ready.visitor, ready.draftId, {
      step: 'agency',
      value: { ...agency, qualificationType, subjectCode: `${qualificationType}001` },
    })
    expect(codesOf(await submit({ ...ready, version }))).toContain('application.type-differs')
    const back = await saveStep(ready.visitor, ready.draftId, { step: 'agency', value: agency })
    expect((await submit({ ...ready, version: back })).status).toBe(200)
  })
})

test('a student in the final year is accepted and has to bring the diploma later (APP-3)', async () => {
  const ready = await makeReadyDraft(product, await findLocalPerson(product, 'final-term', 3))
  const { applicationId } = await submitReady(ready)
  const { rows } = await product.admin.query('select diploma_required from applications where id = $1', [applicationId])
  expect(rows).toEqual([{ diploma_required: true }])
})

test('a source that is down refuses nobody: the case is accepted as 待核验 (S-154, domain §23 case 25)', async () => {
  await product.sandbox.setFault({ authority: 'chsi', mode: 'unavailable' })
  try {
    const ready = await makeReadyDraft(product, await findLocalPerson(product, 'graduate', 17))
    expect(ready.centre.educations[0]).toMatchObject({ state: 'source-down' })
    const { applicationId } = await submitReady(ready)
    const view = (await ready.visitor.call(getApplicationEndpoint, { applicationId })).output()
    expect(JSON.stringify(view.groups)).toContain('学信网 · 待核验')
    const diploma = view.materials.find((material) => material.name.includes('毕业证书'))
    expect(diploma).toMatchObject({ needed: true })
  } finally {
    await product.sandbox.setFault({ authority: null, mode: 'ok' })
  }
})
