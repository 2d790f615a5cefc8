import { afterAll, beforeAll, expect, test } from 'vitest'
import { submitDraftEndpoint } from '@xingtan/contract/application'
import { extendPlanEndpoint, listPlansEndpoint } from '@xingtan/contract/office/plan'
import { type ReadyDraft, findLocalPerson, makeReadyDraft, submitReady } from '../applicant.ts'
import { type TestProduct, startTestProduct } from '../product.ts'
import { signInOfficer } from '../sign-in.ts'

const PEOPLE = 10
const TRIES = 50
const STEP_MS = 40
const CLOSES_AFTER_MS = 600
const EXTENDS_AFTER_MS = 1300

let product: TestProduct
const ready: ReadyDraft[] = []
beforeAll(async () => {
  product = await startTestProduct()
  for (let place = 0; place <= PEOPLE; place += 1) {
    ready.push(await makeReadyDraft(product, await findLocalPerson(product, 'graduate', place + 1)))
  }
}, 180_000)
afterAll(() => product.stop())

/** Days pass in an instant here; sessions would end with them. */
async function renewSessions(): Promise<void> {
  await product.admin.query(
    `update sessions set started_at = app_now(), seen_at = app_now(), ends_at = app_now() + interval '12 hours'`,
  )
}

/** The end of 网报 in 柯城区, in a province and a nation that leave room for an extension. */
async function readClosingInstant(): Promise<Date> {
  const { rows } = await product.admin.query<{ closes: Date }>(
    `select max(network_closes_at) as closes from agency_plans where agency_code = '33075'`,
  )
  const [row] = rows
  if (row === undefined) throw new Error('the demonstration has no plan')
  await product.admin.query(`update rounds set closes_at = $1::timestamptz + interval '40 days' where closes_at > $1`, [
    row.closes,
  ])
  await product.admin.query(
    `update province_plans set network_closes_at = network_closes_at + interval '20 days',
       confirm_closes_at = confirm_closes_at + interval '20 days'`,
  )
  return row.closes
}

const wait = (ms: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms)
  })

test('R-056: of fifty submits around the old end, each is taken or refused by the window in force at its transaction while an extension lands', async () => {
  const closesAt = await readClosingInstant()
  await product.moveClock(new Date(closesAt.getTime() - 60_000))
  await renewSessions()
  const officer = await signInOfficer(product, 'kecheng-plan')
  const { rows } = (await officer.call(listPlansEndpoint, {})).output()
  const planId = rows.find(({ agencyCode }) => agencyCode === '33075')?.planId ?? ''
  const longer = new Date(closesAt.getTime() + 3 * 86_400_000)
  await product.moveClock(new Date(closesAt.getTime() - CLOSES_AFTER_MS))

  const extend = async () => {
    await wait(EXTENDS_AFTER_MS)
    const sentAt = performance.now()
    const order = { number: '柯教〔2026〕11号', signer: '柳如眉', reason: '机房断电两小时。' }
    ;(
      await officer.call(extendPlanEndpoint, { planId, window: 'network', closesAt: longer.toISOString(), ...order })
    ).output()
    return { sentAt, repliedAt: performance.now() }
  }
  const submit = async (place: number) => {
    await wait(place * STEP_MS)
    const draft = ready[Math.floor((place * PEOPLE) / TRIES)]
    if (draft === undefined) throw new Error('there are as many drafts as people')
    const sentAt = performance.now()
    const reply = await draft.visitor.call(submitDraftEndpoint, { draftId: draft.draftId, version: draft.version })
    const codes = reply.status === 200 ? ['taken'] : reply.refusal().reasons.map(({ code }) => code)
    const id = reply.status === 200 ? reply.output().applicationId : null
    return { draft, codes, id, sentAt, repliedAt: performance.now() }
  }
  const [extension, answers] = await Promise.all([
    extend(),
    Promise.all(Array.from({ length: TRIES }, (_, place) => submit(place))),
  ])

  const taken = answers.filter(({ codes }) => codes[0] === 'taken')
  const refused = answers.filter(({ codes }) => codes.includes('application.window-closed'))
  const again = answers.filter(({ codes }) => codes.includes('application.already-live'))
  expect(taken.length + refused.length + again.length).toBe(TRIES)
  expect(refused.length).toBeGreaterThan(0)
  expect(new Set(taken.map(({ draft }) => draft.draftId)).size).toBe(taken.length)
  for (const { id, repliedAt } of taken) {
    const stored = await product.admin.query<{ at: Date }>(
      'select submitted_at as at from applications where id = $1',
      [id],
    )
    const isInOldWindow = (stored.rows[0]?.at ?? longer) < closesAt
    expect(isInOldWindow || repliedAt > extension.sentAt).toBe(true)
  }
  for (const { sentAt } of refused) expect(sentAt).toBeLessThan(extension.repliedAt)
  // Nobody lost anything: whoever was refused at the old end hands the same draft in now.
  const inTime = new Set(taken.map(({ draft }) => draft.draftId))
  const late = ready.slice(0, PEOPLE).filter(({ draftId }) => !inTime.has(draftId))
  for (const draft of late) expect((await submitReady(draft)).registrationNumber).toMatch(/^\d{15}$/)
}, 60_000)

test('a phase kept for others refuses a submit with its sentence, and the same draft goes in when one’s own begins (domain §8.4)', async () => {
  const draft = ready[PEOPLE]
  if (draft === undefined) throw new Error('one person is left for the phases')
  const layPhase = (kind: string) =>
    product.admin.query(
      `update plan_windows set person_kinds = array[$1] where agency_code = '33075' and purpose = 'network'`,
      [kind],
    )
  await layPhase('postgraduate')
  const { visitor, draftId, version } = draft
  const refused = await visitor.call(submitDraftEndpoint, { draftId, version })
  const [reason] = refused.refusal().reasons
  expect(reason).toMatchObject({ code: 'application.window-closed' })
  expect(reason?.sentence).toContain('面向在读研究生')
  await layPhase('public')
  expect((await submitReady(draft)).registrationNumber).toMatch(/^\d{15}$/)
})
