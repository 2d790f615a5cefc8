import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arrangeCase, arrangeHit } from '../../../test/arrange-case.ts'
import { type World, startWorld } from '../../../test/world.ts'
import type { OfficerActor } from '../../platform/actor.ts'
import { Problem } from '../../platform/problem.ts'
import { approveCase } from './approve-case.ts'
import { reviewCase } from './review-case.ts'

let world: World
let approver: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  approver = await world.officer({ roles: ['approve'] })
})
afterAll(() => world.stop())

/** Codes of the refusal, or the number of the certificate. */
async function approve(wanted: { id: string; version: number }, actor = approver): Promise<readonly string[] | string> {
  try {
    const input = { applicationId: wanted.id, version: wanted.version }
    return (await approveCase(world.as(actor, 'decision.approve'), input)).number
  } catch (error) {
    if (error instanceof Problem) return error.reasons.map(({ code }) => code)
    throw error
  }
}

async function factsOf(id: string) {
  const [row] = await world.rows(
    'select status, version, conclusion, recognition_year from applications where id = $1',
    [id],
  )
  return row
}

describe('认定通过', () => {
  test('gives the number composed of year, agency, type, sex and serial, and everything the conclusion rests on (CRT-1, I-10)', async () => {
    const item = await arrangeCase(world, { step: 'reviewed', sex: 1 })
    const number = await approve(item)
    expect(number).toMatch(/^20263307521\d{6}$/)
    expect(await factsOf(item.id)).toMatchObject({ status: 'recognised', recognition_year: 2026 })
    const [decision] = await world.rows(
      `select d.conclusion, d.reviewer_person_id <> d.approver_person_id as two, r.answered_at <= d.decided_at as crime,
         o.answered_at <= d.decided_at as offence, c.moment, c.outcome, n.moment as numbering, n.outcome as at_numbering
       from decisions d join vetting_requests r on r.id = d.crime_request_id join vetting_requests o on o.id = d.offence_request_id
       join restriction_checks c on c.id = d.restriction_check_id
       join certificates t on t.application_id = d.application_id join restriction_checks n on n.id = t.restriction_check_id
       where d.application_id = $1`,
      [item.id],
    )
    expect(decision).toEqual({
      conclusion: 'passed',
      two: true,
      crime: true,
      offence: true,
      moment: 'conclusion',
      outcome: 'clear',
      numbering: 'numbering',
      at_numbering: 'clear',
    })
  })

  test('leaves event, audit, used-up records, SMS and inbox message', async () => {
    const item = await arrangeCase(world, { step: 'reviewed' })
    await approve(item)
    const [found] = await world.rows(
      `select (select kind from application_events where application_id = $1 order by seq desc limit 1) as event,
         (select count(*)::int from audit_events where object_id = $1::text and event = 'decision.approve') as audit,
         (select array_agg(distinct state) from evidence_uses where application_id = $1) as uses,
         (select array_agg(channel order by channel) from messages where application_id = $1) as messages`,
      [item.id],
    )
    expect(found).toEqual({ event: 'recognised', audit: 1, uses: ['consumed'], messages: ['site', 'sms'] })
  })

  test('answers a repeat of the same command with the same number (S-069, R-001)', async () => {
    const item = await arrangeCase(world, { step: 'reviewed' })
    const key = randomUUID()
    const input = { applicationId: item.id, version: item.version }
    const first = await approveCase(world.as(approver, 'decision.approve', key), input)
    expect(await approveCase(world.as(approver, 'decision.approve', key), input)).toEqual(first)
  })

  test('refuses an older version of the case', async () => {
    const item = await arrangeCase(world, { step: 'reviewed' })
    expect(await approve({ ...item, version: item.version - 1 })).toEqual(['case.changed'])
  })
})

describe('two persons (S-057)', () => {
  test('refuses the reviewer, whatever account is used', async () => {
    const item = await arrangeCase(world, { step: 'reviewed', reviewerPersonId: approver.personId })
    expect(await approve(item)).toEqual(['decision.same-person'])
    const other = await world.officer({ roles: ['approve'], personId: approver.personId })
    expect(await approve(item, other)).toEqual(['decision.same-person'])
  })

  test('the database refuses it as well', async () => {
    const item = await arrangeCase(world, { step: 'reviewed' })
    const insert = world.rows(
      `insert into decisions (id, application_id, conclusion, reasons, review_id, reviewer_person_id, decided_by,
         approver_person_id, decided_at, restriction_check_id)
       select gen_random_uuid(), $1, 'failed', '[]', r.id, r.reviewer_person_id, $2, r.reviewer_person_id, now(), gen_random_uuid()
       from reviews r where r.application_id = $1`,
      [item.id, approver.userId],
    )
    await expect(insert).rejects.toMatchObject({ constraint: 'decisions__two_persons' })
  })

  test('needs a review, and one that says yes', async () => {
    expect(await approve(await arrangeCase(world, { step: 'vetted' }))).toEqual(['decision.review-needed'])
    const item = await arrangeCase(world, { step: 'vetted' })
    const reviewer = await world.officer({ roles: ['review'] })
    const opinion = { opinion: 'fail' as const, note: '材料存疑', reasons: [] }
    await reviewCase(world.as(reviewer, 'decision.review'), {
      applicationId: item.id,
      version: item.version,
      ...opinion,
    })
    expect(await approve({ ...item, version: item.version + 1 })).toEqual(['decision.review-not-pass'])
  })
})

describe('checks before the conclusion (S-071, S-155, S-154)', () => {
  test('refuses without any result', async () => {
    const item = await arrangeCase(world, { step: 'confirmed' })
    expect(await approve(item)).toEqual([
      'decision.review-needed',
      'decision.vetting-missing',
      'decision.vetting-missing',
    ])
  })

  test('refuses a result that is too old', async () => {
    const item = await arrangeCase(world, { step: 'reviewed', answeredAt: '2026-07-13T10:00:00+08:00' })
    expect(await approve(item)).toEqual(['decision.vetting-stale', 'decision.vetting-stale'])
    const fresh = await arrangeCase(world, { step: 'reviewed', answeredAt: '2026-07-14T10:00:00+08:00' })
    expect(await approve(fresh)).toMatch(/^\d{17}$/)
  })

  test('refuses a result of the future', async () => {
    const item = await arrangeCase(world, { step: 'reviewed', answeredAt: '2026-10-12T23:00:00+08:00' })
    expect(await approve(item)).toEqual(['decision.vetting-waiting', 'decision.vetting-waiting'])
  })

  test('a result of another case fits no conclusion: the foreign key refuses it', async () => {
    const [mine, other] = [
      await arrangeCase(world, { step: 'reviewed' }),
      await arrangeCase(world, { step: 'reviewed' }),
    ]
    const insert = world.rows(
      `insert into decisions (id, application_id, conclusion, reasons, review_id, reviewer_person_id, decided_by,
         approver_person_id, decided_at, crime_request_id, offence_request_id, restriction_check_id)
       select gen_random_uuid(), $1, 'passed', '[]', r.id, r.reviewer_person_id, $3, $4, now(),
         (select id from vetting_requests where application_id = $2 and kind = 'crime'),
         (select id from vetting_requests where application_id = $1 and kind = 'offence'), gen_random_uuid()
       from reviews r where r.application_id = $1`,
      [mine.id, other.id, approver.userId, approver.personId],
    )
    await expect(insert).rejects.toMatchObject({ constraint: 'decisions__crime' })
  })

  test('a finding stops 认定通过 without saying what was found', async () => {
    const codes = await approve(await arrangeHit(world))
    expect(codes).toContain('decision.vetting-attention')
  })

  test('an answer that turned against the person after the desk looked has to be looked at again', async () => {
    const item = await arrangeCase(world, { step: 'reviewed' })
    await world.rows(`update evidence set state = 'mismatch' where account_id = $1 and kind = 'education'`, [
      item.accountId,
    ])
    expect(await approve(item)).toContain('decision.evidence-unproven')
  })

  test('a final-term student waits for the diploma', async () => {
    const item = await arrangeCase(world, { step: 'reviewed', isStudent: true })
    expect(await approve(item)).toContain('decision.diploma-missing')
  })

  test('a student’s case that waits for the diploma takes no good review, but a bad one (domain §9.1)', async () => {
    const item = await arrangeCase(world, { step: 'vetted', isStudent: true })
    const stage = async () =>
      (await world.rows('select stage from applications where id = $1', [item.id]))[0]?.['stage']
    expect(await stage()).toBe('awaiting-diploma')
    const reviewer = await world.officer({ roles: ['review'] })
    const wanted = { applicationId: item.id, version: item.version, reasons: [] }
    const good = reviewCase(world.as(reviewer, 'decision.review'), { ...wanted, opinion: 'pass', note: null })
    await expect(good).rejects.toThrow('decision.diploma-missing')
    expect(await stage()).toBe('awaiting-diploma')
    await reviewCase(world.as(reviewer, 'decision.review'), {
      ...wanted,
      opinion: 'fail',
      note: '已结业，未取得毕业证书',
    })
    expect(await stage()).toBe('awaiting-approval')
    const codes = await approve({ ...item, version: item.version + 1 })
    expect(codes).toEqual(expect.arrayContaining(['decision.review-not-pass', 'decision.diploma-missing']))
  })

  test('refuses a medical conclusion that ran out', async () => {
    const item = await arrangeCase(world, { step: 'reviewed', examinedOn: '2026-04-14' })
    expect(await approve(item)).toEqual(['decision.medical-old'])
  })

  test('refuses another photo than the one the desk compared (S-079)', async () => {
    const item = await arrangeCase(world, { step: 'reviewed' })
    await world.rows(`update files set hash = repeat('c', 64) where id = $1`, [item.photoFileId])
    expect(await approve(item)).toEqual(['decision.photo-changed'])
  })
})

describe('限制库 (S-072, domain §23 case 11)', () => {
  const bar = (personIndex: Buffer, state: string) =>
    world.rows(
      `insert into restrictions (id, person_index, name, kind, starts_on, state, decision_number, decided_by)
       values (gen_random_uuid(), $1, '赵杏坛', 'lost', '2026-10-12', $2, '演示1号', '演示机关')`,
      [personIndex, state],
    )

  test('an entry made after 待认定审批 blocks the conclusion and nothing is numbered', async () => {
    const item = await arrangeCase(world, { step: 'reviewed' })
    await bar(item.personIndex, 'effective')
    const before = await world.rows('select last_serial from certificate_serials')
    expect(await approve(item)).toEqual(['decision.barred'])
    expect(await factsOf(item.id)).toMatchObject({ status: 'awaiting-approval' })
    expect(await world.rows('select last_serial from certificate_serials')).toEqual(before)
  })

  test('a pending entry holds the conclusion', async () => {
    const item = await arrangeCase(world, { step: 'reviewed' })
    await bar(item.personIndex, 'pending')
    expect(await approve(item)).toEqual(['decision.held'])
  })
})

describe('one recognition a calendar year (APP-12)', () => {
  test('refuses a second one, even of another agency', async () => {
    const first = await arrangeCase(world, { step: 'recognised', agencyCode: '33076' })
    await world.rows(
      `with r as (insert into rounds (id, name, opens_at, closes_at) values (gen_random_uuid(), $2, '2026-01-01', '2026-02-01') returning id)
       update applications set round_id = (select id from r) where id = $1`,
      [first.id, first.id],
    )
    const second = await arrangeCase(world, { step: 'reviewed', personIndex: first.personIndex })
    expect(await approve(second)).toEqual(['decision.year-used'])
    expect(await factsOf(second.id)).toMatchObject({ status: 'awaiting-approval', conclusion: null })
  })
})
