import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approveCase } from '../../src/modules/decision/approve-case.ts'
import { getCase } from '../../src/modules/decision/get-case.ts'
import { createVettingJobs } from '../../src/modules/vetting/jobs.ts'
import { judgePaper } from '../../src/modules/vetting/judge-paper.ts'
import { listLooks } from '../../src/modules/vetting/list-looks.ts'
import { listPapers } from '../../src/modules/vetting/list-papers.ts'
import { listPurges } from '../../src/modules/vetting/list-purges.ts'
import { listPendingVetting } from '../../src/modules/vetting/list-pending-vetting.ts'
import { lookAtPaper } from '../../src/modules/vetting/look-at-paper.ts'
import { lookAtVetting } from '../../src/modules/vetting/look-at-vetting.ts'
import { recordPaper } from '../../src/modules/vetting/record-paper.ts'
import { requestStale } from '../../src/modules/vetting/request-stale.ts'
import { requestVetting } from '../../src/modules/vetting/request-vetting.ts'
import { createAuthorities } from '../../src/external/authorities.ts'
import type { OfficerActor } from '../../src/platform/actor.ts'
import type { Services } from '../../src/platform/context.ts'
import { sql } from '../../src/platform/sql.ts'
import { type ArrangedCase, arrangeCase, arrangeHit } from '../arrange-case.ts'
import { aPdf, wireWith } from '../online.ts'
import { FOREIGN, type World, startWorld } from '../world.ts'
import { codesOf } from '../refusal-codes.ts'

let world: World
let vetter: OfficerActor
let approver: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  vetter = await world.officer({ roles: ['vet'] })
  approver = await world.officer({ roles: ['approve'] })
})
afterAll(() => world.stop())

const hongkong = {
  kind: 'hongkong',
  issuer: '香港警务处',
  number: 'CNCC-2026-0001',
  issuedOn: '2026-10-01',
  reason: '',
} as const

/** A confirmed case of somebody with the permit of Hong Kong or Macao. */
async function layPermitHolder(step: 'confirmed' | 'submitted' = 'confirmed'): Promise<ArrangedCase> {
  const item = await arrangeCase(world, { step })
  await world.rows(
    `update applications set snapshot = jsonb_set(snapshot, '{person,documentType}', '"hk-macao-permit"') where id = $1`,
    [item.id],
  )
  return item
}

const record = (item: { id: string }, wish: object = {}, officer = vetter) =>
  recordPaper(
    world.as(officer, 'vetting.record-paper'),
    { applicationId: item.id, ...hongkong, ...wish },
    wireWith(aPdf(item.id)),
  )

const judge = (paperId: string, accepted: boolean, officer = approver) =>
  judgePaper(
    world.as(officer, 'vetting.judge-paper'),
    accepted ? { paperId, accepted: true } : { paperId, accepted: false, reason: '印章无法辨认' },
  )

const factsOf = async ({ id }: { id: string }) =>
  (await world.rows('select crime_cleared, vetting_hit from applications where id = $1', [id]))[0]

describe('no-crime proofs on paper (DEC-1)', () => {
  test('a holder of a Hong Kong permit is not asked about at the police; the verified paper is the check of this case alone', async () => {
    const [item, other] = [await layPermitHolder(), await layPermitHolder()]
    const asked = requestVetting(world.as(vetter, 'x'), { applicationIds: [item.id], kind: 'crime' })
    expect(await codesOf(asked)).toEqual(['vetting.row-paper-needed'])
    const { rows } = await listPendingVetting(world.as(vetter), { kind: 'crime' })
    expect(rows.find(({ row }) => row.applicationId === item.id)).toMatchObject({ needsPaper: true })
    const { paperId, validUntil } = await record(item)
    expect(validUntil).toBe('2027-03-29')
    expect(await factsOf(item)).toEqual({ crime_cleared: false, vetting_hit: false })
    await judge(paperId, true)
    expect(await factsOf(item)).toEqual({ crime_cleared: true, vetting_hit: false })
    expect(await factsOf(other)).toEqual({ crime_cleared: false, vetting_hit: false })
    const { papers } = await listPapers(world.as(vetter))
    expect(papers.find((paper) => paper.paperId === paperId)).toMatchObject({
      state: 'verified',
      verifiedBy: approver.name,
      isOwn: true,
    })
    const borrowed = world.rows(
      `insert into vetting_requests (id, application_id, kind, state, source, paper_id, paper_state, valid_until, requested_at, answered_at)
       values (gen_random_uuid(), $1, 'crime', 'clear', 'paper', $2, 'verified', '2027-03-29', now(), now())`,
      [other.id, paperId],
    )
    await expect(borrowed).rejects.toThrow(/vetting_requests__paper/)
  })

  test('recorder and verifier are two persons, whatever accounts they use; of twenty only one verdict counts', async () => {
    const item = await layPermitHolder()
    const { paperId } = await record(item)
    const twin = await world.officer({ roles: ['approve'], personId: vetter.personId })
    expect(await codesOf(judge(paperId, true, twin))).toEqual(['vetting.paper-same-person'])
    const own = world.rows(
      `update vetting_papers set state = 'verified', verified_by = recorded_by, verifier_person_id = recorder_person_id,
         verified_at = now() where id = $1`,
      [paperId],
    )
    await expect(own).rejects.toMatchObject({ constraint: 'vetting_papers__two_persons' })
    const all = await Promise.all(Array.from({ length: 20 }, () => codesOf(judge(paperId, true))))
    expect(all.filter((codes) => codes.length === 0)).toHaveLength(1)
    const checks = await world.rows(`select state from vetting_requests where paper_id = $1`, [paperId])
    expect(checks).toEqual([{ state: 'clear' }])
  })

  test('a rejected paper is no check, and another one may be recorded', async () => {
    const item = await layPermitHolder()
    const { paperId } = await record(item)
    expect(await codesOf(record(item))).toEqual(['vetting.paper-waiting'])
    await judge(paperId, false)
    expect(await factsOf(item)).toEqual({ crime_cleared: false, vetting_hit: false })
    expect(await codesOf(judge(paperId, true))).toEqual(['vetting.paper-judged'])
    expect(await codesOf(record(item))).toEqual([])
  })

  test('who has a resident identity card brings one by exception only, with its reason; never over a finding', async () => {
    const item = await arrangeCase(world, { step: 'confirmed' })
    expect(await codesOf(record(item))).toEqual(['vetting.paper-kind'])
    expect(await codesOf(record(item, { kind: 'exception' }))).toEqual(['vetting.paper-reason'])
    expect(await codesOf(record(item, { kind: 'exception', reason: '户籍已迁出，接口查无此人' }))).toEqual([])
    const found = await arrangeHit(world)
    const over = record(found, { kind: 'exception', reason: '本人称无犯罪记录' })
    expect(await codesOf(over)).toEqual(['vetting.paper-not-needed'])
    const early = await layPermitHolder('submitted')
    expect(await codesOf(record(early))).toEqual(['case.not-now'])
    const stranger = await world.officer({ roles: ['vet'], agencyCode: FOREIGN })
    expect(await codesOf(record(item, {}, stranger))).toEqual(['request.not-found'])
  })

  test('a paper that has run out is too old for the conclusion: rule and database say so (S-155, S-071)', async () => {
    const item = await arrangeCase(world, { step: 'reviewed' })
    await world.rows(
      `update applications set snapshot = jsonb_set(snapshot, '{person,documentType}', '"hk-macao-permit"') where id = $1`,
      [item.id],
    )
    await world.rows(`update vetting_requests set state = 'error' where application_id = $1 and kind = 'crime'`, [
      item.id,
    ])
    const { paperId } = await record(item)
    await judge(paperId, true)
    await world.rows(`update vetting_requests set valid_until = '2026-10-11' where paper_id = $1`, [paperId])
    const [{ version } = { version: 0 }] = await world.rows('select version from applications where id = $1', [item.id])
    const approve = approveCase(world.as(approver, 'decision.approve'), {
      applicationId: item.id,
      version: Number(version),
    })
    expect(await codesOf(approve)).toEqual(['decision.vetting-stale'])
    const { rows } = await listPendingVetting(world.as(vetter), { kind: 'crime' })
    expect(rows.find(({ row }) => row.applicationId === item.id)).toMatchObject({ why: 'stale' })
  })
})

describe('what a conclusion may rest on (S-071, S-155)', () => {
  const insertDecision = (item: ArrangedCase) =>
    world.services.office.db.transaction({ officerId: approver.userId, agencyCode: approver.agencyCode }, (tx) =>
      tx.run(sql`
        insert into decisions (id, application_id, conclusion, reasons, review_id, reviewer_person_id, decided_by,
          approver_person_id, decided_at, crime_request_id, offence_request_id, restriction_check_id)
        select gen_random_uuid(), ${item.id}, 'passed', '[]', r.id, r.reviewer_person_id, ${approver.userId}, ${approver.personId},
          ${tx.now}, (select id from vetting_requests where application_id = ${item.id} and kind = 'crime'),
          (select id from vetting_requests where application_id = ${item.id} and kind = 'offence'), gen_random_uuid()
        from reviews r where r.application_id = ${item.id}`),
    )

  test.each([
    ['a finding', `state = 'hit'`],
    ['no result', `state = 'error'`],
    ['an answer of the future', `answered_at = answered_at + interval '1 day'`],
  ])('the database refuses 认定通过 on %s', async (_words, change) => {
    const item = await arrangeCase(world, { step: 'reviewed' })
    // What comes last is missing its 限制库 check: with good answers the policy lets the row pass as far as that.
    await expect(insertDecision(item)).rejects.toMatchObject({ constraint: 'decisions__restriction' })
    await world.rows(`update vetting_requests set ${change} where application_id = $1 and kind = 'crime'`, [item.id])
    await expect(insertDecision(item)).rejects.toThrow(/row-level security/)
  })

  test('one click asks again for every answer that is too old, and for nobody else', async () => {
    const old = await arrangeCase(world, { step: 'vetted', answeredAt: '2026-06-01T10:00:00+08:00' })
    const edge = await arrangeCase(world, { step: 'vetted', answeredAt: '2026-07-14T00:00:00+08:00' })
    const before = await arrangeCase(world, { step: 'vetted', answeredAt: '2026-07-13T23:59:59+08:00' })
    const never = await arrangeCase(world, { step: 'confirmed' })
    const { batches } = await requestStale(world.as(vetter, 'vetting.request-stale'), { kind: 'offence' })
    const asked = await world.rows(
      `select application_id from vetting_requests where batch_id = any($1::uuid[]) and state = 'requested'`,
      [batches.map(({ batchId }) => batchId)],
    )
    const ids = asked.map(({ application_id: id }) => id)
    expect(ids).toEqual(expect.arrayContaining([old.id, before.id]))
    expect(ids).not.toContain(edge.id)
    expect(ids).not.toContain(never.id)
    expect(await codesOf(requestStale(world.as(vetter, 'x'), { kind: 'offence' }))).toEqual(['vetting.none-stale'])
  })
})

describe('who looks at a result (DEC-2)', () => {
  test('each look of the two named roles is an event and a line; the others see no finding and leave no line', async () => {
    const item = await arrangeHit(world)
    const { crypto } = world.services.office
    await world.rows(`update vetting_requests set detail_sealed = $2 where application_id = $1 and kind = 'crime'`, [
      item.id,
      crypto.sealColumn('公安机关说明原文'),
    ])
    const reviewer = await world.officer({ roles: ['review'] })
    await getCase(world.as(reviewer, 'decision.get-case'), { applicationId: item.id })
    await getCase(world.as(approver, 'decision.get-case'), { applicationId: item.id })
    const look = { applicationId: item.id, purpose: '作出认定结论' }
    const { results } = await lookAtVetting(world.as(vetter, 'vetting.look'), look)
    expect(results.find(({ kind }) => kind === 'crime')).toMatchObject({ state: 'hit', detail: '公安机关说明原文' })
    const { rows } = await listLooks(world.as(approver), {})
    const own = rows.filter(({ registrationNumber }) => registrationNumber === item.registrationNumber)
    expect(
      own
        .map(({ by, way, purpose }) => [by, way, purpose])
        .toSorted((a, b) => String(a[1]).localeCompare(String(b[1]))),
    ).toEqual([
      [approver.name, 'case', null],
      [vetter.name, 'detail', '作出认定结论'],
    ])
    const events = await world.rows(
      `select event, detail from audit_events where object_id = $1 and outcome = 'read' order by event`,
      [item.id],
    )
    expect(events).toHaveLength(3)
    expect(JSON.stringify(events)).not.toContain('说明原文')
    const stranger = await world.officer({ roles: ['vet'], agencyCode: FOREIGN })
    expect(await codesOf(lookAtVetting(world.as(stranger, 'x'), look))).toEqual(['request.not-found'])
    expect((await listLooks(world.as(stranger), {})).rows).toEqual([])
  })

  test('a paper is looked at with its scan, by a line of its own', async () => {
    const item = await layPermitHolder()
    const { paperId } = await record(item)
    const seen = await lookAtPaper(world.as(approver, 'vetting.look-at-paper'), { paperId })
    expect(seen).toMatchObject({ issuer: '香港警务处', number: 'CNCC-2026-0001', isPurged: false })
    expect(seen.scanUrl).toMatch(/^\/api\/files\//)
    const looks = await world.rows('select way, looked_by from vetting_looks where application_id = $1', [item.id])
    expect(looks).toEqual([{ way: 'paper', looked_by: approver.userId }])
    const stranger = await world.officer({ roles: ['approve'], agencyCode: FOREIGN })
    expect(await codesOf(lookAtPaper(world.as(stranger, 'x'), { paperId }))).toEqual(['request.not-found'])
  })
})

describe('the purge after the conclusion (S-129)', () => {
  const external = createAuthorities({
    baseUrls: 'http://127.0.0.1:9',
    sharedKey: 'k',
    smtpUrl: 'smtp://127.0.0.1:9',
    mailFrom: 'a@example.com',
  })
  const run = async (services: Services = world.services.worker) => {
    const job = { id: 1, name: 'vetting.purge', payload: {}, fence: 1, attempts: 1 }
    await createVettingJobs(services, external)['vetting.purge']?.({ job, holdLease: async () => {} })
  }
  const checksOf = (item: ArrangedCase) =>
    world.rows(
      `select kind, state, detail_sealed, answer_hash is not null as hashed, requested_at is not null as asked,
         answered_at is not null as answered from vetting_requests where application_id = $1 order by kind`,
      [item.id],
    )

  test('details go on the day after the last, clear answers, instants and hashes stay; it says what went', async () => {
    const { crypto, files } = world.services.office
    const passed = await arrangeCase(world, { step: 'recognised' })
    const failed = await arrangeHit(world)
    await world.rows(
      `update applications set review = 'fail', conclusion = 'failed', concluded_at = app_now() where id = $1`,
      [failed.id],
    )
    const open = await arrangeHit(world)
    const withPaper = await layPermitHolder()
    const { paperId } = await record(withPaper)
    await judge(paperId, true)
    await world.rows(`update applications set withdrawn_at = app_now() where id = $1`, [withPaper.id])
    const ids = [passed.id, failed.id, open.id]
    await world.rows(
      `update vetting_requests set detail_sealed = $2, answer_hash = '\\x01' where application_id = any($1)`,
      [ids, crypto.sealColumn('来源说明')],
    )
    await world.rows(
      `update vetting_batches set receipt = 'batch-reference-1' where id in (select batch_id from vetting_requests where application_id = any($1))`,
      [ids],
    )
    const [scan] = await world.rows(
      'select f.hash, f.id from files f join vetting_papers v on v.scan_file_id = f.id where v.id = $1',
      [paperId],
    )
    const hash = String(scan?.['hash'])
    expect(await files.exists(hash)).toBe(true)

    await world.moveClock('2027-04-10T23:59:00+08:00')
    await run()
    expect((await checksOf(failed))[0]).toMatchObject({ state: 'hit' })

    await world.moveClock('2027-04-11T00:01:00+08:00')
    // The store fails in the middle: rows are gone, the bytes are found again by the next run.
    const broken: Services = {
      ...world.services.worker,
      files: { ...files, delete: () => Promise.reject(new Error('the volume is away')) },
    }
    await expect(run(broken)).rejects.toThrow('the volume is away')
    expect(await files.exists(hash)).toBe(true)
    expect(await codesOf(lookAtPaper(world.as(approver, 'x'), { paperId }))).toEqual([])
    expect(await lookAtPaper(world.as(approver, 'x'), { paperId })).toMatchObject({
      isPurged: true,
      number: null,
      scanUrl: null,
    })
    await run()
    expect(await files.exists(hash)).toBe(false)

    const gone = { detail_sealed: null, hashed: true, asked: true, answered: true }
    expect(await checksOf(passed)).toEqual([
      { kind: 'crime', state: 'clear', ...gone },
      { kind: 'offence', state: 'clear', ...gone },
    ])
    expect((await checksOf(failed)).map(({ state }) => state)).toEqual(['purged', 'purged'])
    expect(await factsOf(failed)).toMatchObject({ vetting_hit: false })
    expect((await checksOf(open))[0]).toMatchObject({ state: 'hit', detail_sealed: expect.any(Buffer) })
    const receipts = await world.rows(
      `select b.receipt, r.application_id from vetting_batches b join vetting_requests r on r.batch_id = b.id where r.application_id = any($1)`,
      [ids],
    )
    for (const { receipt, application_id: id } of receipts)
      expect(receipt).toBe(id === open.id ? 'batch-reference-1' : null)
    const reports = await listPurges(world.as(vetter))
    expect(reports.afterDays).toBe(180)
    const total = (key: 'papers' | 'details' | 'cases') => reports.purges.reduce((sum, purge) => sum + purge[key], 0)
    expect([total('cases'), total('details'), total('papers')]).toEqual([3, 4, 1])
    const audits = await world.rows(`select detail from audit_events where event = 'vetting.purge'`)
    expect(audits).toHaveLength(reports.purges.length)
    const again = reports.purges.length
    await run()
    expect((await listPurges(world.as(vetter))).purges).toHaveLength(again)
  })

  test('an open review request keeps the details until it is answered (S-129, APP-15)', async () => {
    await world.moveClock('2026-10-12T10:00:00+08:00')
    const { id, version } = await arrangeCase(world, { step: 'reviewed' })
    await approveCase(world.as(approver, 'decision.approve'), { applicationId: id, version })
    await world.rows(
      `insert into review_requests (id, application_id, account_id, decision_id, agency_code, words, requested_at, due_on, due_provisional)
       select gen_random_uuid(), a.id, a.account_id, d.id, a.agency_code, '请求复核认定结论的依据。', app_now(), '2026-11-20', false
       from applications a join decisions d on d.application_id = a.id where a.id = $1`,
      [id],
    )
    const isPurged = async () => {
      await run()
      const [row] = await world.rows(
        'select bool_and(purged_at is not null) as purged from vetting_requests where application_id = $1',
        [id],
      )
      return row?.['purged']
    }
    await world.moveClock('2027-06-01T10:00:00+08:00')
    expect(await isPurged()).toBe(false)
    await world.rows(
      `update review_requests set outcome = 'upheld', answer = '维持原结论。', answered_at = app_now(), answered_by = $2,
         answerer_person_id = $3 where application_id = $1`,
      [id, approver.userId, approver.personId],
    )
    expect(await isPurged()).toBe(true)
  })
})
