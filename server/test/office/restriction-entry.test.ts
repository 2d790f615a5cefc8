import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ArrangedCase, arrangeCase } from '../arrange-case.ts'
import { FOREIGN, type World, startWorld } from '../world.ts'
import type { OfficerActor } from '../../src/platform/actor.ts'
import { takeJobs } from '../../src/platform/jobs.ts'
import { Problem } from '../../src/platform/problem.ts'
import { approveCase } from '../../src/modules/decision/approve-case.ts'
import { answerRestrictionWarning } from '../../src/modules/restriction/answer-warning.ts'
import { closeRestrictionHit } from '../../src/modules/restriction/close-hit.ts'
import { correctRestriction } from '../../src/modules/restriction/correct-restriction.ts'
import { enterRestriction } from '../../src/modules/restriction/enter-restriction.ts'
import { getRestriction } from '../../src/modules/restriction/get-restriction.ts'
import { checkRestriction } from '../../src/modules/restriction/index.ts'
import { createRestrictionJobs } from '../../src/modules/restriction/jobs.ts'
import { listRestrictionHits } from '../../src/modules/restriction/list-hits.ts'
import { listRestrictions } from '../../src/modules/restriction/list-restrictions.ts'
import { listRestrictionWarnings } from '../../src/modules/restriction/list-warnings.ts'
import { previewRestriction } from '../../src/modules/restriction/preview-restriction.ts'
import { releaseRestriction } from '../../src/modules/restriction/release-restriction.ts'
import { reviewRestriction } from '../../src/modules/restriction/review-restriction.ts'
import { codesOf } from '../refusal-codes.ts'

const PDF = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
const CITY = '33009'
let world: World
let clerk: OfficerActor
let city: OfficerActor
let approver: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  clerk = await world.officer({ roles: ['restrict'] })
  city = await world.officer({ roles: ['restrict'], agencyCode: CITY })
  approver = await world.officer({ roles: ['approve'] })
})
afterAll(() => world.stop())

let decisions = 0
function entryFor(item: Pick<ArrangedCase, 'name' | 'documentNumber'>) {
  decisions += 1
  return {
    name: item.name,
    documentType: 'resident-id' as const,
    documentNumber: item.documentNumber,
    kind: 'exam-cheat' as const,
    decidedOn: '2026-10-01',
    endsOn: '2029-09-30',
    authority: '衢州市教育局',
    decisionNumber: `演示罚〔2026〕${decisions}号`,
    cause: '国家教师资格考试中携带通讯工具。',
    lateReason: '',
  }
}

const enter = (item: Pick<ArrangedCase, 'name' | 'documentNumber'>, officer = clerk) =>
  enterRestriction(world.as(officer, 'restriction.enter'), entryFor(item), { file: PDF })
const accept = (entryId: string, officer = city) =>
  reviewRestriction(world.as(officer, 'restriction.review'), { entryId, result: 'accept' })

/** A person whose number is proven and who holds a certificate. */
async function arrangeHolder(): Promise<ArrangedCase> {
  const item = await arrangeCase(world, { step: 'reviewed' })
  await approveCase(world.as(approver, 'decision.approve'), { applicationId: item.id, version: item.version })
  await prove(item)
  return item
}

async function prove(item: ArrangedCase): Promise<void> {
  await world.rows(
    `update accounts set claimed_at = now(), lapses_at = null, real_name_state = 'proven' where id = $1`,
    [item.accountId],
  )
}

async function work(): Promise<void> {
  const handlers = createRestrictionJobs(world.services.worker)
  for (const job of await takeJobs(world.services.worker.db, Object.keys(handlers), 50)) {
    await handlers[job.name]?.({ job, holdLease: async () => undefined })
  }
}

async function outcomeOf(item: ArrangedCase): Promise<string> {
  const { accountId, personIndex } = item
  const answer = await world.services.public.db.transaction({ personId: accountId }, (tx) =>
    checkRestriction(tx, { accountId, personIndex, applicationId: null, moment: 'start' }),
  )
  return answer.outcome
}

describe('entry and review (RES-1, RES-2)', () => {
  test('S-074: a pending entry holds at once, bars when the city accepts, and holds no more when it is returned', async () => {
    const item = await arrangeCase(world, { step: 'submitted' })
    const { entryId, reviewAgencyName } = await enter(item)
    expect(reviewAgencyName).toBe('衢州市教育局')
    expect(await outcomeOf(item)).toBe('held')
    await accept(entryId)
    expect(await outcomeOf(item)).toBe('barred')

    const other = await arrangeCase(world, { step: 'submitted' })
    const returned = await enter(other)
    expect(await outcomeOf(other)).toBe('held')
    const review = { entryId: returned.entryId, result: 'return' as const, reason: '决定书不清晰，请重新扫描。' }
    await reviewRestriction(world.as(city), review)
    expect(await outcomeOf(other)).toBe('clear')
    const view = await getRestriction(world.as(clerk), { entryId: returned.entryId })
    expect(view).toMatchObject({ row: { state: 'returned' }, returnReason: review.reason })
  })

  test('S-074: one person never enters and reviews, and no level but the one above reviews', async () => {
    const item = await arrangeCase(world, { step: 'submitted' })
    const { entryId } = await enter(item)
    expect(await codesOf(accept(entryId, clerk))).toEqual(['restriction.other-level'])
    const twin = await world.officer({ roles: ['restrict'], agencyCode: CITY, personId: clerk.personId })
    expect(await codesOf(accept(entryId, twin))).toEqual(['restriction.same-person'])
    const province = await world.officer({ roles: ['restrict'], agencyCode: '33001' })
    expect(await codesOf(accept(entryId, province))).toEqual(['restriction.other-level'])
    const beside = await world.officer({ roles: ['restrict'], agencyCode: FOREIGN })
    expect(await codesOf(accept(entryId, beside))).toEqual(['request.not-found'])
    // The database keeps the promise itself.
    const forged = world.rows(
      'update restriction_entries set state = $2, reviewed_by = entered_by, reviewed_at = now() where id = $1',
      [entryId, 'effective'],
    )
    await expect(forged).rejects.toThrow('restriction_entries__two_persons')
    expect(await outcomeOf(item)).toBe('held')
  })

  test('S-074: number, name, days and file are refused all at once, and nothing is written', async () => {
    const item = await arrangeCase(world, { step: 'submitted' })
    await prove(item)
    const before = await world.rows('select count(*) from restriction_entries')
    const wrong = { ...entryFor(item), documentNumber: `${item.documentNumber.slice(0, 17)}?`, endsOn: '' }
    const asked = enterRestriction(world.as(clerk), wrong, { file: Buffer.from('MZ no decision') })
    expect(await codesOf(asked)).toEqual([
      'restriction.number-wrong',
      'restriction.end-needed',
      'restriction.file-kind',
    ])
    const named = enterRestriction(world.as(clerk), { ...entryFor(item), name: '王另人' }, { file: undefined })
    expect(await codesOf(named)).toEqual(['restriction.name-mismatch', 'restriction.file-missing'])
    expect(await world.rows('select count(*) from restriction_entries')).toEqual(before)
  })

  test('twenty officers who enter the same decision at once make one entry', async () => {
    const item = await arrangeCase(world, { step: 'submitted' })
    const same = entryFor(item)
    const tries = Array.from({ length: 20 }, () => enterRestriction(world.as(clerk), same, { file: PDF }))
    const outcomes = await Promise.allSettled(tries)
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    // A rejection may hold anything.
    const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
    expect(
      refused.every((error) => error instanceof Problem && error.reasons[0].code === 'restriction.already-entered'),
    ).toBe(true)
  })

  test('twenty reviewers at once record one review', async () => {
    const { entryId } = await enter(await arrangeCase(world, { step: 'submitted' }))
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => accept(entryId)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('the preview tells who is hit and whether the name is the proven one, without numbers (RES-2)', async () => {
    const item = await arrangeHolder()
    const asked = { name: item.name, documentType: 'resident-id' as const, documentNumber: item.documentNumber }
    const preview = await previewRestriction(world.as(clerk), asked)
    expect(preview).toMatchObject({ nameCheck: 'same', liveEntries: 0, certificates: [{ agencyName: '柯城区教育局' }] })
    expect(JSON.stringify(preview)).not.toContain(item.documentNumber)
    expect((await previewRestriction(world.as(clerk), { ...asked, name: '王另人' })).nameCheck).toBe('different')
  })

  test('lists are masked and end at the own line; an entry of another county is unknown (S-048, S-053)', async () => {
    const item = await arrangeCase(world, { step: 'submitted' })
    const { entryId } = await enter(item)
    const listed = await listRestrictions(world.as(clerk), { state: 'pending' })
    expect(listed.rows.map((row) => row.entryId)).toContain(entryId)
    expect(JSON.stringify(listed)).not.toContain(item.documentNumber)
    const above = await listRestrictions(world.as(city), {})
    expect(above.rows.find((row) => row.entryId === entryId)?.isMineToReview).toBe(true)
    const beside = await world.officer({ roles: ['restrict'], agencyCode: FOREIGN })
    expect((await listRestrictions(world.as(beside), {})).rows).toEqual([])
    expect(await codesOf(getRestriction(world.as(beside), { entryId }))).toEqual(['request.not-found'])
  })

  test('S-144: opening an entry is an event', async () => {
    const { entryId } = await enter(await arrangeCase(world, { step: 'submitted' }))
    await getRestriction(world.as(clerk, 'restriction.get'), { entryId })
    const events = await world.rows(
      `select outcome from audit_events where event = 'restriction.get' and object_id = $1`,
      [entryId],
    )
    expect(events).toEqual([{ outcome: 'read' }])
  })
})

describe('matching at once (RES-6, S-072)', () => {
  test('a running case and a holder become work of their agency, the certificate is suspended until the entry goes', async () => {
    const holder = await arrangeHolder()
    const { entryId } = await enter(holder)
    await work()
    const stateOf = async () =>
      (await world.rows('select state from certificates where account_id = $1', [holder.accountId]))[0]
    // Pending: nobody loses anything yet.
    expect(await stateOf()).toEqual({ state: 'valid' })
    await accept(entryId)
    await work()
    await work()
    expect(await stateOf()).toEqual({ state: 'suspended' })
    const hits = (await listRestrictionHits(world.as(clerk), {})).rows.filter((hit) => hit.entryId === entryId)
    expect(hits).toHaveLength(1)
    expect(hits[0]).toMatchObject({ entryState: 'effective', closedAt: null, applicationId: null })
    const openWork = async () =>
      world.rows(
        `select i.closed_at from revocation_items i join certificates c on c.id = i.certificate_id
         where c.account_id = $1 and i.closed_at is null`,
        [holder.accountId],
      )
    expect(await openWork()).toHaveLength(1)
    const beside = await world.officer({ roles: ['restrict'], agencyCode: FOREIGN })
    expect((await listRestrictionHits(world.as(beside), {})).rows).toEqual([])

    const { entryId: releaseId } = await releaseRestriction(world.as(clerk), {
      entryId,
      correctionReason: '错录他人。',
    })
    expect(await stateOf()).toEqual({ state: 'suspended' })
    await accept(releaseId)
    await work()
    expect(await stateOf()).toEqual({ state: 'valid' })
    expect(await openWork()).toEqual([])
    expect(
      await world.rows(
        `select e.kind from certificate_events e join certificates c on c.id = e.certificate_id
         where c.account_id = $1 order by e.seq`,
        [holder.accountId],
      ),
    ).toEqual([{ kind: 'suspended' }, { kind: 'restored' }])
    expect(await outcomeOf(holder)).toBe('clear')
    const closed = (await listRestrictionHits(world.as(clerk), {})).rows.find((hit) => hit.entryId === entryId)
    expect(closed).toMatchObject({ entryState: 'void', closingNote: '该限制库记录已作废，恢复办理。' })
  })

  test('an entry that ends frees the certificate on the day after its last, not before (S-072)', async () => {
    const holder = await arrangeHolder()
    const { entryId } = await enter(holder)
    await accept(entryId)
    await work()
    const stateAt = async (moment: string) => {
      await world.moveClock(moment)
      await work()
      const [row] = await world.rows('select state from certificates where account_id = $1', [holder.accountId])
      return row?.['state']
    }
    expect(await stateAt('2029-09-30T23:59:50+08:00')).toBe('suspended')
    expect(await stateAt('2029-10-01T00:00:00+08:00')).toBe('valid')
    await world.moveClock('2026-10-12T10:00:00+08:00')
  })

  test('a hit is closed once, with words', async () => {
    const running = await arrangeCase(world, { step: 'confirmed' })
    const { entryId } = await enter(running)
    await work()
    const hit = (await listRestrictionHits(world.as(clerk), {})).rows.find((one) => one.entryId === entryId)
    expect(hit?.applicationId).toBe(running.id)
    const close = () =>
      closeRestrictionHit(world.as(clerk), { hitId: hit?.hitId ?? '', note: '已告知申请人，等待复核。' })
    await close()
    expect(await codesOf(close())).toEqual(['restriction.hit-closed'])
  })
})

describe('corrections (RES-3, domain §23 case 22)', () => {
  test('S-074: two corrections in a year warn the agency; the wrong entries stay readable and bar nobody', async () => {
    const own = await world.officer({ roles: ['restrict'], agencyCode: FOREIGN })
    const wrongs = [await arrangeCase(world, { step: 'submitted' }), await arrangeCase(world, { step: 'submitted' })]
    const right = await arrangeCase(world, { step: 'submitted' })
    const first = await enter(wrongs[0] ?? right, own)
    await accept(first.entryId)
    const correct = (entryId: string, item: ArrangedCase) =>
      correctRestriction(
        world.as(own),
        { ...entryFor(item), entryId, correctionReason: '证件号码录错。' },
        { file: PDF },
      )
    const second = await correct(first.entryId, wrongs[1] ?? right)
    expect(await codesOf(correct(first.entryId, right))).toEqual(['restriction.not-in-force'])
    await accept(second.entryId)
    expect((await listRestrictionWarnings(world.as(own))).warnings).toEqual([])
    const third = await correct(second.entryId, right)
    await accept(third.entryId)
    const { warnings } = await listRestrictionWarnings(world.as(city))
    expect(warnings).toMatchObject([
      { agencyName: '衢江区教育局', year: 2026, corrections: 2, isOwn: false, answeredAt: null },
    ])
    // Thirty working days from Monday 12 October, the holidays of no year in between.
    expect(warnings[0]?.mendBy).toBe('2026-11-23')

    expect(await outcomeOf(right)).toBe('barred')
    for (const wrong of wrongs) expect(await outcomeOf(wrong)).toBe('clear')
    const old = await getRestriction(world.as(own), { entryId: first.entryId })
    expect(old).toMatchObject({ row: { state: 'void' }, correctedBy: second.entryId })

    const [warning] = (await listRestrictionWarnings(world.as(own))).warnings
    const answer = { warningId: warning?.warningId ?? '', statement: '已实行双人核对。' }
    expect(await codesOf(answerRestrictionWarning(world.as(city), answer))).toEqual(['request.not-found'])
    await answerRestrictionWarning(world.as(own), answer)
    expect(await codesOf(answerRestrictionWarning(world.as(own), answer))).toEqual(['restriction.warning-answered'])
  })

  test('a reviewed entry is never edited, and a correction of it begins at its own agency only', async () => {
    const { entryId } = await enter(await arrangeCase(world, { step: 'submitted' }))
    await accept(entryId)
    const released = releaseRestriction(world.as(city), { entryId, correctionReason: '错录。' })
    expect(await codesOf(released)).toEqual(['restriction.own-agency-only'])
    const edit = world.services.office.db.transaction({ agencyCode: CITY }, (tx) =>
      tx.run({ text: `update restriction_entries set return_reason = 'x' where id = $1`, values: [entryId] }),
    )
    await expect(edit).rejects.toThrow('never edited')
  })
})
