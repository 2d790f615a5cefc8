import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getDraftEndpoint, listApplicationsEndpoint, submitDraftEndpoint } from '@xingtan/contract/application'
import { findLocalPerson, makeReadyDraft } from '../applicant.ts'
import { type TestProduct, startTestProduct } from '../product.ts'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

async function readClosingInstant(): Promise<Date> {
  const { rows } = await product.admin.query<{ closes: Date }>(
    `select network_closes_at as closes from agency_plans where agency_code = '33075' order by network_closes_at desc limit 1`,
  )
  const [row] = rows
  if (row === undefined) throw new Error('the demonstration has no plan')
  return row.closes
}

test('answers the stored success when the reply was lost and the retry comes after closing time (S-076)', async () => {
  const early = await makeReadyDraft(product, await findLocalPerson(product, 'graduate', 1))
  const late = await makeReadyDraft(product, await findLocalPerson(product, 'graduate', 2))
  const closesAt = await readClosingInstant()
  await product.moveClock(new Date(closesAt.getTime() - 20_000))
  await renewSessions()
  const key = randomUUID()
  const { draftId, version } = early
  const first = (await early.visitor.call(submitDraftEndpoint, { draftId, version }, { key })).output()

  await product.moveClock(new Date(closesAt.getTime() + 30_000))
  await renewSessions()
  const again = (await early.visitor.call(submitDraftEndpoint, { draftId, version }, { key })).output()
  expect(again).toEqual(first)

  const refused = await late.visitor.call(submitDraftEndpoint, { draftId: late.draftId, version: late.version })
  expect(refused.status).toBe(409)
  expect(
    refused
      .refusal()
      .reasons.map((reason) => reason.sentence)
      .join(''),
  ).toContain('网报时间段')
  const kept = (await late.visitor.call(getDraftEndpoint, { draftId: late.draftId })).output()
  expect(kept.steps.promise.agreed).toBe(true)
})

test('shows the true state after the reply to the last step was lost (R-042)', async () => {
  await product.moveClock(new Date('2026-10-12T10:00:00+08:00'))
  await renewSessions()
  const { visitor, draftId, version } = await makeReadyDraft(product, await findLocalPerson(product, 'graduate', 4))
  const before = (await visitor.call(listApplicationsEndpoint, {})).output().applications
  expect(before).toEqual([])
  expect((await visitor.call(getDraftEndpoint, { draftId })).output().draftId).toBe(draftId)
  // The answer is thrown away: the person knows nothing and looks.
  await visitor.call(submitDraftEndpoint, { draftId, version })
  const [shown] = (await visitor.call(listApplicationsEndpoint, {})).output().applications
  expect(shown).toMatchObject({ status: 'awaiting-confirmation', current: true })
  expect(shown?.registrationNumber).toMatch(/^\d{15}$/)
})

/** Days pass in an instant here; sessions would end with them. */
async function renewSessions(): Promise<void> {
  await product.admin.query(
    `update sessions set started_at = app_now(), seen_at = app_now(), ends_at = app_now() + interval '12 hours'`,
  )
}
