import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ArrangedCase, arrangeCase } from '../../../test/arrange-case.ts'
import type { CaseWish } from '../../../test/case-wish.ts'
import { type World, startWorld } from '../../../test/world.ts'
import type { OfficerActor } from '../../platform/actor.ts'
import { Problem } from '../../platform/problem.ts'
import { confirmCase } from './confirm-case.ts'
import { findCase } from './find-case.ts'
import { refuseConfirmation } from './refuse-confirmation.ts'
import { requestReceipt } from './request-receipt.ts'

let world: World
let desk: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  desk = await world.officer({ roles: ['confirm'], pointId: world.points.home })
})
afterAll(() => world.stop())

const CODES = ['identity-card', 'photo', 'hukou-book', 'exam-proof', 'signature']
const accepted = (code: string, note: string | null = null) => ({ code, accepted: true, note })
const JUDGEMENTS = CODES.map((code) => accepted(code))
const MEDICAL = { conclusion: 'qualified' as const, examinedOn: '2026-10-08', hospital: '衢州演示医院' }

interface Desk {
  readonly judgements?: readonly { code: string; accepted: boolean; note: string | null }[]
  readonly medical?: { conclusion: 'qualified' | 'unqualified'; examinedOn: string; hospital: string }
}

async function confirm(
  item: ArrangedCase,
  said: Desk = {},
  actor = desk,
): Promise<readonly string[] | { dueOn: string }> {
  const { judgements = JUDGEMENTS, medical = MEDICAL } = said
  const input = { applicationId: item.id, version: item.version, judgements: [...judgements], medical }
  try {
    return await confirmCase(world.as(actor, 'confirmation.confirm'), input)
  } catch (error) {
    if (error instanceof Problem) return error.reasons.map(({ code }) => code)
    throw error
  }
}

const submitted = (wish: Omit<CaseWish, 'step'> = {}) => arrangeCase(world, { ...wish, step: 'submitted' })

async function factsOf(id: string) {
  const [row] = await world.rows(
    `select a.status, a.photo_hash = f.hash as frozen, a.due_on::text, a.due_provisional, a.crime_cleared
     from applications a join files f on f.id = a.photo_file_id where a.id = $1`,
    [id],
  )
  return row
}

describe('确认通过 (CNF-2, CNF-5)', () => {
  test('freezes the photo, starts the clock at the end of the confirmation, orders the receipt and tells the applicant (S-079)', async () => {
    const item = await submitted()
    const done = await confirm(item)
    const [plan] = await world.rows(
      `select (confirm_closes_at at time zone 'Asia/Shanghai')::date::text as day from agency_plans where agency_code = '33075'`,
    )
    expect(done).toMatchObject({ dueOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) })
    const facts = await factsOf(item.id)
    expect(facts).toMatchObject({ status: 'awaiting-approval', frozen: true })
    expect(String(facts?.['due_on']) > String(plan?.['day'])).toBe(true)
    const [made] = await world.rows(
      `select (select count(*)::int from documents where application_id = $1 and state = 'waiting') as documents,
         (select count(*)::int from jobs where name = 'confirmation.render-receipt') > 0 as job,
         (select array_agg(channel order by channel) from messages where application_id = $1) as messages,
         (select kind from application_events where application_id = $1 order by seq desc limit 1) as event`,
      [item.id],
    )
    expect(made).toEqual({ documents: 1, job: true, messages: ['site', 'sms'], event: 'confirmed' })
  })

  test('needs a word about every line that nothing proves, all at once', async () => {
    expect(await confirm(await submitted(), { judgements: [accepted('photo')] })).toEqual(
      Array.from({ length: 4 }, () => 'confirmation.line-unjudged'),
    )
  })

  test('a line that is not accepted stops it, and so does a line nobody knows', async () => {
    const judgements = [...JUDGEMENTS.slice(1), { code: 'identity-card', accepted: false, note: '不是本人' }]
    expect(await confirm(await submitted(), { judgements })).toEqual(['confirmation.line-refused'])
    expect(await confirm(await submitted(), { judgements: [...JUDGEMENTS, accepted('made-up')] })).toEqual([
      'confirmation.line-unknown',
    ])
  })

  test.each(['source-down', 'waiting', 'limited'])(
    'a record at %s neither passes nor fails by itself: a named officer says with a note what was seen (S-154)',
    async (putonghuaState) => {
      const rule = [accepted('putonghua-level', '证书原件为二级乙等')]
      expect(await confirm(await submitted({ putonghuaState }))).toEqual([
        'confirmation.line-unjudged',
        'confirmation.line-unjudged',
      ])
      const silent = [...JUDGEMENTS, ...rule, accepted('putonghua-certificate')]
      expect(await confirm(await submitted({ putonghuaState }), { judgements: silent })).toEqual([
        'confirmation.line-note-needed',
      ])
      const item = await submitted({ putonghuaState })
      const judgements = [...JUDGEMENTS, ...rule, accepted('putonghua-certificate', '已看证书原件')]
      expect(await confirm(item, { judgements })).toHaveProperty('dueOn')
      const [row] = await world.rows(
        `select j ->> 'machine' as machine, j ->> 'note' as note, c.decided_by from confirmations c, jsonb_array_elements(judgements) j
         where application_id = $1 and j ->> 'code' = 'putonghua-certificate'`,
        [item.id],
      )
      expect(row).toEqual({ machine: 'waiting', note: '已看证书原件', decided_by: desk.userId })
      // PRO-3: the human check changes nothing of what the machine knows.
      const [evidence] = await world.rows(`select state from evidence where account_id = $1 and kind = 'putonghua'`, [
        item.accountId,
      ])
      expect(evidence).toEqual({ state: putonghuaState })
    },
  )

  test('a rule that fails cannot be waived at the desk', async () => {
    const item = await submitted({ putonghuaGrade: '3A' })
    const judgements = [...JUDGEMENTS, accepted('putonghua-level', '算了')]
    expect(await confirm(item, { judgements })).toEqual(['confirmation.rule-failed'])
  })

  test.each([
    [{ ...MEDICAL, conclusion: 'unqualified' as const }, 'confirmation.medical-unqualified'],
    [{ ...MEDICAL, examinedOn: '2026-10-13' }, 'confirmation.medical-future'],
    [{ ...MEDICAL, examinedOn: '2026-04-14' }, 'confirmation.medical-old'],
  ])('refuses a medical conclusion: %#', async (medical, code) => {
    expect(await confirm(await submitted(), { medical })).toEqual([code])
  })

  test('takes a medical conclusion of exactly the last good day', async () => {
    expect(await confirm(await submitted(), { medical: { ...MEDICAL, examinedOn: '2026-04-15' } })).toHaveProperty(
      'dueOn',
    )
  })
})

describe('confirm window (CNF-6)', () => {
  test('refuses before and after the window, with the same version a moment inside it', async () => {
    const [plan] = await world.rows(`select confirm_closes_at from agency_plans where agency_code = '33075'`)
    const closes = plan?.['confirm_closes_at']
    if (!(closes instanceof Date)) throw new Error('no plan')
    const item = await submitted({})
    await world.moveClock(new Date(closes.getTime()).toISOString())
    expect(await confirm(item)).toContain('confirmation.window-closed')
    await world.moveClock(new Date(closes.getTime() - 60_000).toISOString())
    expect(await confirm(item)).toHaveProperty('dueOn')
    await world.moveClock('2026-10-12T10:00:00+08:00')
  })
})

describe('确认未通过', () => {
  test('tells every reason at once and keeps the records held (行政许可法 art. 32)', async () => {
    const item = await submitted()
    const reasons = [
      { code: 'photo-not-to-spec', note: '背景有阴影' },
      { code: 'medical-missing', note: null },
    ]
    const input = { applicationId: item.id, version: item.version, reasons }
    await refuseConfirmation(world.as(desk, 'confirmation.refuse'), input)
    const [row] = await world.rows(
      `select a.status, m.body, (select array_agg(distinct state) from evidence_uses where application_id = a.id) as uses
       from applications a join messages m on m.application_id = a.id and m.channel = 'site' where a.id = $1`,
      [item.id],
    )
    expect(row).toMatchObject({ status: 'confirmation-refused', uses: ['reserved'] })
    expect(row?.['body']).toMatch(/1\. .*背景有阴影.*2\. /)
  })

  test('takes only reasons of the catalogue and of its stage', async () => {
    const item = await submitted()
    const refuse = (code: string) =>
      refuseConfirmation(world.as(desk), {
        applicationId: item.id,
        version: item.version,
        reasons: [{ code, note: null }],
      })
    await expect(refuse('made-up')).rejects.toThrow('case.reason-unknown')
    await expect(refuse('crime-record-hit')).rejects.toThrow('case.reason-unknown')
  })
})

describe('finding a case and its receipt', () => {
  test.each([
    ['报名号', (item: ArrangedCase) => item.registrationNumber],
    ['document number', (item: ArrangedCase) => item.documentNumber],
    ['document number in small letters with spaces', (item: ArrangedCase) => ` ${item.documentNumber.toLowerCase()} `],
  ])('by %s, and the search is an event (CNF-2, S-144)', async (_words, textOf) => {
    const item = await submitted()
    const { rows } = await findCase(world.as(desk, 'confirmation.find-case'), { text: textOf(item) })
    expect(rows.map(({ applicationId }) => applicationId)).toEqual([item.id])
    const events = await world.rows(
      `select outcome from audit_events where event = 'confirmation.find-case' and object_id = $1`,
      [item.id],
    )
    expect(events).toEqual([{ outcome: 'read' }])
  })

  test('a receipt is ordered once for one acceptance, and not before it', async () => {
    const item = await submitted()
    await expect(requestReceipt(world.as(desk), { applicationId: item.id })).rejects.toThrow('confirmation.no-receipt')
    const done = await confirm(item)
    const again = await requestReceipt(world.as(desk), { applicationId: item.id })
    expect(done).toMatchObject(again)
  })
})
