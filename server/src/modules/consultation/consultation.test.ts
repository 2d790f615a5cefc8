import { randomUUID } from 'node:crypto'
import type { SubmitConsultation } from '@xingtan/contract/consultation'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { FOREIGN, HOME, type World, startWorld } from '../../../test/world.ts'
import type { OfficerActor } from '../../platform/actor.ts'
import { takeJobs } from '../../platform/jobs.ts'
import { addConsultationEvidence } from './add-evidence.ts'
import { answerConsultationItem } from './answer-consultation.ts'
import { assignConsultationItem } from './assign-consultation.ts'
import { getConsultationBoard } from './get-board.ts'
import { getConsultationFile } from './get-file.ts'
import { getConsultationItem } from './get-consultation.ts'
import { createConsultationJobs } from './jobs.ts'
import { listConsultationRows } from './list-consultations.ts'
import { openConsultationItem } from './open-consultation.ts'
import { rateConsultationItem } from './rate-consultation.ts'
import { referConsultationItem } from './refer-consultation.ts'
import { revealConsultationContact } from './reveal-contact.ts'
import { submitConsultation } from './submit-consultation.ts'
import { transferConsultationItem } from './transfer-consultation.ts'
import { codesOf } from '../../../test/refusal-codes.ts'

const PDF = Buffer.from(
  '%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj 3 0 obj <</Type/Page/Parent 2 0 R>> endobj \ntrailer <</Root 1 0 R>>\n%%EOF\n',
)
const JPG = Buffer.concat([
  Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
  Buffer.alloc(64),
  Buffer.from('ffd9', 'hex'),
])
const CITY = '33009'
const PROVINCE = '33001'
const PHONE = '19900000001'
const NOBODY = { kind: 'nobody' } as const
let world: World
let clerk: OfficerActor
let city: OfficerActor
let province: OfficerActor
let inspector: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  clerk = await world.officer({ roles: ['publicity'] })
  city = await world.officer({ roles: ['publicity'], agencyCode: CITY })
  province = await world.officer({ roles: ['plan', 'publicity'], agencyCode: PROVINCE })
  inspector = await world.officer({ roles: ['restrict'] })
})
afterAll(() => world.stop())
beforeEach(async () => {
  await world.rows('truncate rate_counters')
  await world.moveClock('2026-10-12T10:00:00+08:00')
})

/** A code as if it had been sent to the phone. */
async function codeFor(phone: string): Promise<{ phoneCodeId: string; code: string }> {
  const { crypto } = world.services.public
  const id = randomUUID()
  await world.rows(
    `insert into phone_codes (id, purpose, phone_index, device_hash, code_hash, expires_at)
     values ($1, 'consultation', $2, $3, $4, app_now() + interval '5 minutes')`,
    [id, crypto.blindIndex('phone', phone), Buffer.alloc(32, 7), crypto.mac('phone-code', `${id}:123456`)],
  )
  return { phoneCodeId: id, code: '123456' }
}

/** A solved challenge. */
async function proofFor(): Promise<string> {
  const { crypto } = world.services.public
  const proof = crypto.randomToken()
  await world.rows(
    `insert into challenges (id, purpose, device_hash, gap_x, work, bits, expires_at, solved_by, proof_hash)
     values ($1, 'consultation', $2, 1, '', 1, app_now() + interval '2 minutes', 'work', $3)`,
    [randomUUID(), Buffer.alloc(32, 7), crypto.hashToken(proof)],
  )
  return proof
}

const QUESTION = {
  kind: 'consultation',
  topic: 'recognition',
  agencyCode: HOME,
  title: '现场确认要带什么材料',
  body: '我是外地户籍，请问现场确认时需要带居住证原件吗？',
  occurred: '',
  registrationNumber: '',
} as const

let phones = 0
async function wishOf(change: Partial<SubmitConsultation> = {}): Promise<SubmitConsultation> {
  phones += 1
  const phone = `199000${String(10_000 + phones)}`
  const contact = { kind: 'phone' as const, name: '林知夏', phone, ...(await codeFor(phone)) }
  return { ...QUESTION, contact, ...change }
}

const send = async (change: Partial<SubmitConsultation> = {}) =>
  submitConsultation(world.as(NOBODY), await wishOf(change))
const report = async () =>
  send({
    kind: 'fraud',
    topic: 'materials',
    title: '有人提交假证明',
    contact: { kind: 'anonymous', proof: await proofFor() },
  })

async function idOf(number: string): Promise<string> {
  const [row] = await world.rows('select id from consultations where number = $1', [number])
  return String(row?.['id'])
}

const inbox = (
  officer: OfficerActor,
  place: 'own' | 'passed' | 'escalated' | 'below' = 'own',
  answered: 'yes' | 'no' = 'no',
) => listConsultationRows(world.as(officer), { place, answered })
const numbersOf = ({ rows }: { rows: readonly { number: string }[] }) => rows.map(({ number }) => number)

const ANSWER = { outcome: 'explained', text: '您好。外地户籍请携带居住证原件到确认点核对。', note: '' } as const

describe('sending (PUB-6)', () => {
  test('a question with a verified phone lies on the desk it was written to, with a deadline in working days', async () => {
    const taken = await send()
    // Five working days after Monday 2026-10-12.
    expect(taken).toMatchObject({ agencyName: '柯城区教育局', dueOn: '2026-10-19' })
    expect(taken.number).toMatch(/^Z\d{12}$/)
    const row = (await inbox(clerk)).rows.find(({ number }) => number === taken.number)
    expect(row).toMatchObject({
      state: 'received',
      isOverdue: false,
      maskedPhone: expect.stringMatching(/^199\*{4}\d{4}$/),
    })
    expect(numbersOf(await inbox(await world.officer({ roles: ['publicity'], agencyCode: FOREIGN })))).not.toContain(
      taken.number,
    )
  })

  test('the number opens it with its code alone, and every mismatch has the same answer', async () => {
    const { number, queryCode } = await send()
    const view = await openConsultationItem(world.as(NOBODY), { number, queryCode })
    expect(view).toMatchObject({ state: 'received', body: QUESTION.body, steps: [{ kind: 'submitted' }] })
    const other = await send()
    const wrong = openConsultationItem(world.as(NOBODY), { number, queryCode: other.queryCode })
    expect(await codesOf(wrong)).toEqual(['consultation.not-found'])
    const unknown = openConsultationItem(world.as(NOBODY), { number: 'Z000000000000', queryCode })
    expect(await codesOf(unknown)).toEqual(['consultation.not-found'])
  })

  test('whoever guesses codes is stopped, also when the next one would be right', async () => {
    const { number, queryCode } = await send()
    const open = (code: string) => codesOf(openConsultationItem(world.as(NOBODY), { number, queryCode: code }))
    const tries: string[][] = []
    for (let round = 0; round < 5; round += 1) {
      tries.push(...(await Promise.all(Array.from({ length: 6 }, () => open('AAAAAAAAAA')))))
    }
    expect(tries.filter(([code]) => code === 'consultation.not-found').length).toBeLessThanOrEqual(20)
    expect(await open(queryCode)).toEqual(['consultation.tries-over'])
  })

  test('a code that was used up does not stop the repeat of the very request that used it (R-001)', async () => {
    const wish = await wishOf()
    const key = randomUUID()
    const first = await submitConsultation(world.as(NOBODY, 'consultation.submit', key), wish)
    const again = await submitConsultation(world.as(NOBODY, 'consultation.submit', key), wish)
    expect(again).toEqual(first)
    expect(await codesOf(submitConsultation(world.as(NOBODY), wish))).toEqual(['account.code-wrong'])
    const rows = await world.rows('select 1 from consultations where number = $1', [first.number])
    expect(rows).toHaveLength(1)
  })

  test('a complaint goes above the agency complained about, which never sees it', async () => {
    const { number, agencyName } = await send({ kind: 'complaint', topic: 'service', title: '窗口态度不好' })
    expect(agencyName).toBe('衢州市教育局')
    expect(numbersOf(await inbox(clerk))).not.toContain(number)
    expect(numbersOf(await inbox(city))).toContain(number)
    const consultationId = await idOf(number)
    const back = transferConsultationItem(world.as(city), {
      consultationId,
      agencyCode: HOME,
      reason: '请你局自行办理。',
    })
    expect(await codesOf(back)).toEqual(['consultation.target-subject'])
    const nation = send({ kind: 'complaint', topic: 'service', title: '投诉', agencyCode: '00000' })
    expect(await codesOf(nation)).toEqual(['consultation.subject-nation'])
  })

  test('the policy says how many a phone may send in a day; of thirty at once no more get through', async () => {
    const contact = { kind: 'phone' as const, name: '林知夏', phone: PHONE }
    const codes: Awaited<ReturnType<typeof codeFor>>[] = []
    while (codes.length < 30) codes.push(await codeFor(PHONE))
    const sent = await Promise.allSettled(
      codes.map(async (code) =>
        submitConsultation(world.as(NOBODY), { ...QUESTION, contact: { ...contact, ...code } }),
      ),
    )
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
  })
})

describe('a report of fraud is protected', () => {
  test('it may come from nobody, needs a proof for each, and is seen by restrict officers of its desk alone', async () => {
    const { number, queryCode } = await report()
    expect(numbersOf(await inbox(inspector))).toContain(number)
    expect(numbersOf(await inbox(clerk))).not.toContain(number)
    const consultationId = await idOf(number)
    expect(await codesOf(getConsultationItem(world.as(clerk), { consultationId }))).toEqual(['request.not-found'])
    expect(await codesOf(getConsultationItem(world.as(province), { consultationId }))).toEqual(['request.not-found'])
    const view = await getConsultationItem(world.as(inspector), { consultationId })
    expect(view).toMatchObject({ contact: 'anonymous', maskedName: null, row: { maskedPhone: null } })
    expect(view.actions).not.toContain('reveal')
    const reveal = revealConsultationContact(world.as(inspector), { consultationId, purpose: '核实' })
    expect(await codesOf(reveal)).toEqual(['consultation.anonymous'])
    expect((await openConsultationItem(world.as(NOBODY), { number, queryCode })).kind).toBe('fraud')
    const used = send({ kind: 'fraud', topic: 'materials', contact: { kind: 'anonymous', proof: 'x'.repeat(40) } })
    expect(await codesOf(used)).toEqual(['consultation.proof-refused'])
  })

  test('what it led to is written down for the offices and never shown to the reporter', async () => {
    const { number, queryCode } = await report()
    const consultationId = await idOf(number)
    const reference = '演示罚〔2026〕8号'
    await referConsultationItem(world.as(inspector), { consultationId, kind: 'restriction', reference })
    const view = await getConsultationItem(world.as(inspector), { consultationId })
    expect(view.history.at(-1)).toMatchObject({ kind: 'referred', referenceKind: 'restriction', reference })
    const shown = await openConsultationItem(world.as(NOBODY), { number, queryCode })
    expect(JSON.stringify(shown)).not.toContain(reference)
  })

  test('evidence is a PDF or a JPG judged by its content, five files at the most also when many come at once', async () => {
    const { number, queryCode } = await report()
    const key = { number, queryCode }
    const add = (file: Buffer) => addConsultationEvidence(world.as(NOBODY), key, { file })
    expect(await codesOf(add(Buffer.from('MZ program')))).toEqual(['consultation.file-kind'])
    expect(await codesOf(add(Buffer.alloc(5 * 1024 * 1024)))).toEqual(['consultation.file-too-large'])
    expect(await add(JPG)).toEqual({ place: 1, left: 4 })
    await world.rows('truncate rate_counters')
    const added = await Promise.allSettled(Array.from({ length: 8 }, () => add(JPG)))
    expect(added.filter(({ status }) => status === 'fulfilled')).toHaveLength(4)
    const consultationId = await idOf(number)
    const { files } = await getConsultationItem(world.as(inspector), { consultationId })
    expect(files.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5])
    const fileId = files[0]?.fileId ?? ''
    const got = await getConsultationFile(world.as(inspector), { consultationId, fileId })
    expect(got.bytes.equals(JPG)).toBe(true)
    expect(await codesOf(getConsultationFile(world.as(clerk), { consultationId, fileId }))).toEqual([
      'request.not-found',
    ])
  })

  test('a plain PDF is taken, one that carries a script is refused', async () => {
    const { number, queryCode } = await report()
    const add = (file: Buffer) => addConsultationEvidence(world.as(NOBODY), { number, queryCode }, { file })
    expect(await add(PDF)).toEqual({ place: 1, left: 4 })
    const active = Buffer.from(PDF.toString().replace('/Type/Catalog', '/Type/Catalog/OpenAction 4 0 R'))
    expect(await codesOf(add(active))).toEqual(['consultation.file-unsafe'])
  })
})

describe('handling', () => {
  test('assigned, answered with an outcome, the person is told by SMS and rates it once', async () => {
    const { number, queryCode } = await send()
    const consultationId = await idOf(number)
    await assignConsultationItem(world.as(clerk), { consultationId, userId: clerk.userId })
    expect(await codesOf(assignConsultationItem(world.as(clerk), { consultationId, userId: city.userId }))).toEqual([
      'consultation.handler-unknown',
    ])
    expect(
      await codesOf(rateConsultationItem(world.as(NOBODY), { number, queryCode, score: 5, isSolved: true })),
    ).toEqual(['consultation.not-answered'])
    const mismatch = answerConsultationItem(world.as(clerk), { consultationId, ...ANSWER, outcome: 'confirmed' })
    expect(await codesOf(mismatch)).toEqual(['consultation.outcome-mismatch'])
    await answerConsultationItem(world.as(clerk), { consultationId, ...ANSWER, note: '已电话联系。' })
    expect(await codesOf(answerConsultationItem(world.as(clerk), { consultationId, ...ANSWER }))).toEqual([
      'consultation.answered',
    ])
    const view = await openConsultationItem(world.as(NOBODY), { number, queryCode })
    expect(view).toMatchObject({ state: 'answered', outcome: 'explained' })
    expect(view.steps.at(-1)).toMatchObject({ kind: 'answered', text: ANSWER.text })
    expect(JSON.stringify(view)).not.toContain('已电话联系')
    expect(JSON.stringify(view)).not.toContain(clerk.name)
    const sms = await world.rows(`select template, text_sealed from messages where dedupe_key = $1`, [
      `consultation-answered:${consultationId}`,
    ])
    expect(sms).toHaveLength(1)
    // What was asked and answered never travels by SMS.
    const sealed = sms[0]?.['text_sealed']
    if (!(sealed instanceof Buffer)) throw new Error('no text')
    expect(world.services.worker.crypto.openColumn(sealed)).not.toContain('居住证')
    const rate = () => rateConsultationItem(world.as(NOBODY), { number, queryCode, score: 4, isSolved: true })
    const rated = await Promise.allSettled(Array.from({ length: 20 }, rate))
    expect(rated.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(numbersOf(await inbox(clerk, 'own', 'yes'))).toContain(number)
  })

  test('of twenty answers at once exactly one is given', async () => {
    const consultationId = await idOf((await send()).number)
    const answered = await Promise.allSettled(
      Array.from({ length: 20 }, () => answerConsultationItem(world.as(clerk), { consultationId, ...ANSWER })),
    )
    expect(answered.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const events = await world.rows(
      `select 1 from consultation_events where consultation_id = $1 and kind = 'answered'`,
      [consultationId],
    )
    expect(events).toHaveLength(1)
  })

  test('transferred up and down the line with a reason: history, the new desk has three days, never aside and never for ever', async () => {
    const { number, queryCode } = await send()
    const consultationId = await idOf(number)
    const move = (officer: OfficerActor, agencyCode: string) =>
      transferConsultationItem(world.as(officer), {
        consultationId,
        agencyCode,
        reason: '涉及全市的安排，请市局答复。',
      })
    expect(await codesOf(move(clerk, FOREIGN))).toEqual(['consultation.target-unknown'])
    // On the due day itself.
    await world.moveClock('2026-10-19T10:00:00+08:00')
    expect(await move(clerk, CITY)).toMatchObject({ agencyName: '衢州市教育局', dueOn: '2026-10-22' })
    expect(await codesOf(move(clerk, CITY))).toEqual(['consultation.not-here'])
    expect(numbersOf(await inbox(clerk, 'passed'))).toContain(number)
    expect(numbersOf(await inbox(city))).toContain(number)
    await move(city, PROVINCE)
    await move(province, '00000')
    const centre = await world.officer({ roles: ['publicity'], agencyCode: '00000' })
    expect(await codesOf(move(centre, PROVINCE))).toEqual(['consultation.transfers-over'])
    const view = await openConsultationItem(world.as(NOBODY), { number, queryCode })
    expect(view.steps.map(({ kind, toAgencyName }) => [kind, toAgencyName])).toEqual([
      ['submitted', null],
      ['transferred', '衢州市教育局'],
      ['transferred', '浙江省教育厅'],
      ['transferred', '教育部教师资格认定指导中心'],
    ])
  })

  test('overdue from the day after: reported to the level above, once, and the board counts it', async () => {
    const { number } = await send()
    await world.moveClock('2026-10-19T23:59:00+08:00')
    const run = async () => {
      const handlers = createConsultationJobs(world.services.worker)
      await world.rows(`insert into jobs (name, payload, run_at) values ('consultation.escalate', '{}', app_now())`)
      for (const job of await takeJobs(world.services.worker.db, ['consultation.escalate'], 5)) {
        await handlers[job.name]?.({ job, holdLease: async () => undefined })
      }
    }
    await run()
    expect(numbersOf(await inbox(city, 'escalated'))).not.toContain(number)
    await world.moveClock('2026-10-20T00:00:00+08:00')
    await run()
    await run()
    const events = await world.rows(
      `select 1 from consultation_events where kind = 'escalated' and consultation_id = $1`,
      [await idOf(number)],
    )
    expect(events).toHaveLength(1)
    const audited = await world.rows(
      `select 1 from audit_events where event = 'consultation.escalate' and object_id = $1`,
      [await idOf(number)],
    )
    expect(audited).toHaveLength(1)
    expect(numbersOf(await inbox(city, 'escalated'))).toContain(number)
    expect(numbersOf(await inbox(city, 'below'))).toContain(number)
    const { rows } = await getConsultationBoard(world.as(city))
    const home = rows.find(({ agencyCode }) => agencyCode === HOME)
    expect(home?.overdue).toBeGreaterThan(0)
  })

  test('S-144: opening, revealing and downloading are three events, with no phone or name in them', async () => {
    const { number, queryCode } = await send()
    const consultationId = await idOf(number)
    await addConsultationEvidence(world.as(NOBODY), { number, queryCode }, { file: JPG })
    const view = await getConsultationItem(world.as(clerk, 'consultation.get'), { consultationId })
    const fileId = view.files[0]?.fileId ?? ''
    const revealed = await revealConsultationContact(world.as(clerk, 'consultation.reveal-contact'), {
      consultationId,
      purpose: '电话核实',
    })
    expect(revealed.name).toBe('林知夏')
    await getConsultationFile(world.as(clerk, 'consultation.get-file'), { consultationId, fileId })
    const events = await world.rows(
      `select event, outcome, detail::text from audit_events where object_id = $1 and actor_kind = 'officer' order by at, seq`,
      [consultationId],
    )
    expect(events.map(({ event, outcome }) => [event, outcome])).toEqual([
      ['consultation.get', 'read'],
      ['consultation.reveal-contact', 'read'],
      ['consultation.get-file', 'read'],
    ])
    expect(JSON.stringify(events)).not.toMatch(/林知夏|199000\d{5}/)
  })

  test('free text, name and phone are sealed in the database', async () => {
    const { number } = await send()
    const [row] = await world.rows('select c::text as text from consultations c where number = $1', [number])
    expect(String(row?.['text'])).not.toMatch(/居住证|林知夏|199000\d{5}/)
  })
})
