import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EXAM_LIST_COLUMNS } from '@xingtan/contract/office/exam-bar'
import { type Authorities, createAuthorities } from '../../src/external/authorities.ts'
import { approveCase } from '../../src/modules/decision/approve-case.ts'
import { getExamImport } from '../../src/modules/exam-bar/get-exam-import.ts'
import { importExamList } from '../../src/modules/exam-bar/import-exam-list.ts'
import { createExamBarJobs } from '../../src/modules/exam-bar/jobs.ts'
import { listExamImports } from '../../src/modules/exam-bar/list-exam-imports.ts'
import { listExamReports } from '../../src/modules/exam-bar/list-exam-reports.ts'
import { reviewExamImport } from '../../src/modules/exam-bar/review-exam-import.ts'
import { fetchExamList, uploadExamList } from '../../src/modules/exam-bar/upload-exam-list.ts'
import { enterRestriction } from '../../src/modules/restriction/enter-restriction.ts'
import { createRestrictionJobs } from '../../src/modules/restriction/jobs.ts'
import { releaseRestriction } from '../../src/modules/restriction/release-restriction.ts'
import { reviewRestriction } from '../../src/modules/restriction/review-restriction.ts'
import type { OfficerActor } from '../../src/platform/actor.ts'
import { writeSheet } from '../../src/platform/sheet.ts'
import { type ArrangedCase, arrangeCase } from '../arrange-case.ts'
import { SANDBOX_KEY, type TestSandbox, startTestSandbox } from '../sandbox.ts'
import { makeSyntheticNumber } from '../synthetic-number.ts'
import { type World, startWorld } from '../world.ts'
import { codeOf } from '../refusal-codes.ts'

const PROVINCE = '33001'
const NATION = '00000'
let world: World
let sandbox: TestSandbox
let external: Authorities
let province: OfficerActor
let nation: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  sandbox = await startTestSandbox()
  external = createAuthorities({
    baseUrls: sandbox.http,
    sharedKey: SANDBOX_KEY,
    smtpUrl: sandbox.smtp,
    mailFrom: 'noreply@example.invalid',
  })
  province = await world.officer({ roles: ['restrict'], agencyCode: PROVINCE })
  nation = await world.officer({ roles: ['restrict'], agencyCode: NATION })
})
afterAll(async () => {
  await sandbox.stop()
  await world.stop()
})

/** Runs every job of the two modules that waits. */
async function work(): Promise<void> {
  const { worker } = world.services
  const handlers = { ...createRestrictionJobs(worker), ...createExamBarJobs(worker, external) }
  const rows = await world.rows(
    `update jobs set state = 'done' where state = 'waiting' and (name like 'exam-bar.%' or name = 'restriction.match')
     returning id, name, payload`,
  )
  for (const { id, name, payload } of rows) {
    const job = { id: Number(id), name: String(name), payload: Object(payload), fence: 0, attempts: 1 }
    await Object.entries(handlers).find(([known]) => known === name)?.[1]({ job, holdLease: async () => undefined })
  }
}

let lists = 0
const rowOf = (item: Pick<ArrangedCase, 'name' | 'documentNumber'>, decision: string) => [
  item.name,
  item.documentNumber,
  '2026-10-01',
  '2029-09-30',
  '演示省教育考试院',
  decision,
  '携带通讯工具。',
]
function sheetOf(rows: readonly string[][]) {
  lists += 1
  const columns = EXAM_LIST_COLUMNS.map((title) => ({ title, width: 20 }))
  return { file: writeSheet({ name: `名单${lists}`, columns, rows }) }
}
const upload = (rows: readonly string[][], officer = province) => uploadExamList(world.as(officer), {}, sheetOf(rows))

describe('a list of the exam authority (INT-4)', () => {
  test('is tried out row by row, entered by one person, accepted one level up, and matched at once', async () => {
    const running = await arrangeCase(world, { step: 'reviewed' })
    const other = await arrangeCase(world, { step: 'submitted' })
    const rows = [
      rowOf(running, '演示考罚〔2026〕1号'),
      rowOf(running, '演示考罚〔2026〕1号'),
      rowOf({ name: other.name, documentNumber: '330802199912249971' }, '演示考罚〔2026〕2号'),
      rowOf(other, '演示考罚〔2026〕3号').with(3, '2026年'),
    ]
    const { importId } = await upload(rows)
    const dry = await getExamImport(world.as(province), { importId })
    expect(dry.rows.map(({ outcome }) => outcome)).toEqual(['fresh', 'known', 'faulty', 'faulty'])
    expect(dry.import).toMatchObject({ state: 'read', fresh: 1, known: 1, faulty: 2 })
    expect(JSON.stringify(dry)).not.toContain(running.documentNumber)
    expect(await world.rows('select 1 from restrictions where person_index = $1', [running.personIndex])).toEqual([])

    expect(await importExamList(world.as(province), { importId })).toEqual({ fresh: 1, known: 1, faulty: 2 })
    const approver = await world.officer({ roles: ['approve'] })
    const approve = () => approveCase(world.as(approver), { applicationId: running.id, version: running.version })
    expect(await codeOf(approve())).toBe('decision.held')
    const review = (officer: OfficerActor) =>
      reviewExamImport(world.as(officer), { importId, result: 'accept' as const })
    expect(await codeOf(review(province))).toBe('restriction.other-level')
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => review(nation)))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await codeOf(approve())).toBe('decision.barred')
    await work()
    expect(await world.rows('select 1 from restriction_hits where application_id = $1', [running.id])).toHaveLength(1)
    const done = await getExamImport(world.as(nation), { importId })
    expect(done.import.state).toBe('accepted')
    expect(done.rows[0]?.entryId).not.toBeNull()
    // What came from the exam authority is not told back to it.
    expect((await listExamReports(world.as(province), {})).rows).toEqual([])
  })

  test('taken again it enters nothing: the file by its content, its rows by their decision', async () => {
    const item = await arrangeCase(world, { step: 'submitted' })
    const rows = [rowOf(item, '演示考罚〔2026〕10号')]
    const sheet = sheetOf(rows)
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, () => uploadExamList(world.as(province), {}, sheet)),
    )
    const made = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value.importId] : []))
    expect(made).toHaveLength(1)
    expect(await codeOf(uploadExamList(world.as(province), {}, sheet))).toBe('exam-bar.same-file')
    const importId = made[0] ?? ''
    const imports = await Promise.allSettled(
      Array.from({ length: 20 }, () => importExamList(world.as(province), { importId })),
    )
    expect(imports.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const again = await upload([...rows, rowOf(item, '演示考罚〔2026〕10号')])
    expect(await codeOf(importExamList(world.as(province), again))).toBe('exam-bar.nothing-new')
    const entries = await world.rows('select 1 from restriction_entries where person_index = $1', [item.personIndex])
    expect(entries).toHaveLength(1)
  })

  test('returned it bars nobody; a county does not take lists, and nobody beside the line sees one', async () => {
    const item = await arrangeCase(world, { step: 'submitted' })
    const { importId } = await upload([rowOf(item, '演示考罚〔2026〕20号')])
    await importExamList(world.as(province), { importId })
    await reviewExamImport(world.as(nation), { importId, result: 'return', reason: '名单不完整。' })
    const states = await world.rows('select state from restrictions where person_index = $1', [item.personIndex])
    expect(states).toEqual([{ state: 'void' }])
    const county = await world.officer({ roles: ['restrict'] })
    expect(await codeOf(upload([rowOf(item, '演示考罚〔2026〕21号')], county))).toBe('exam-bar.level')
    expect(await codeOf(fetchExamList(world.as(county)))).toBe('exam-bar.level')
    expect(await codeOf(getExamImport(world.as(county), { importId }))).toBe('request.not-found')
    expect((await listExamImports(world.as(county), {})).imports).toEqual([])
  })

  test('a name that is not the proven one is faulty; the nation reviews its own list by another person (S-074)', async () => {
    const item = await arrangeCase(world, { step: 'submitted' })
    await world.rows(
      `update accounts set real_name_state = 'proven', claimed_at = now(), lapses_at = null where id = $1`,
      [item.accountId],
    )
    const wrong = rowOf({ name: '钱杏坛', documentNumber: item.documentNumber }, '演示考罚〔2026〕30号')
    const fresh = rowOf({ name: '孙杏坛', documentNumber: makeSyntheticNumber(1) }, '演示考罚〔2026〕31号')
    const { importId } = await upload([wrong, fresh], nation)
    const { rows } = await getExamImport(world.as(nation), { importId })
    expect(rows.map(({ outcome }) => outcome)).toEqual(['faulty', 'fresh'])
    await importExamList(world.as(nation), { importId })
    expect(await codeOf(reviewExamImport(world.as(nation), { importId, result: 'accept' }))).toBe(
      'restriction.same-person',
    )
    const second = await world.officer({ roles: ['restrict'], agencyCode: NATION })
    expect(await codeOf(reviewExamImport(world.as(second), { importId, result: 'accept' }))).toBe('done')
  })

  test('comes over the interface too: fetched once at a time, later when the authority is down', async () => {
    await sandbox.setFault({ authority: 'exam', mode: 'unavailable', latencyMs: 0, percent: 100 })
    const { importId } = await fetchExamList(world.as(nation))
    expect(await codeOf(fetchExamList(world.as(nation)))).toBe('exam-bar.fetching')
    await expect(work()).rejects.toThrow('try again')
    await sandbox.setFault({ authority: 'exam', mode: 'ok', latencyMs: 0, percent: 100 })
    await world.rows(`update jobs set state = 'waiting' where name = 'exam-bar.fetch'`)
    await work()
    const { rows, import: fetched } = await getExamImport(world.as(nation), { importId })
    expect(fetched).toMatchObject({ state: 'read', source: 'authority' })
    expect(fetched.fresh).toBeGreaterThan(0)
    expect(rows.length).toBe(fetched.count)
    await importExamList(world.as(nation), { importId })
    const again = await fetchExamList(world.as(nation))
    await work()
    expect(await codeOf(importExamList(world.as(nation), again))).toBe('exam-bar.nothing-new')
  })
})

describe('entries that keep a person from the exam (INT-4)', () => {
  const PDF = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')

  test('are told to the exam authority once they bar, and withdrawn when they are taken back; each once', async () => {
    const person = await sandbox.findPerson('graduate', 30)
    const clerk = await world.officer({ roles: ['restrict'] })
    const city = await world.officer({ roles: ['restrict'], agencyCode: '33009' })
    const { entryId } = await enterRestriction(
      world.as(clerk, 'restriction.enter'),
      {
        name: person.name,
        documentType: 'resident-id',
        documentNumber: person.number,
        kind: 'revoked-fraud',
        decidedOn: '2026-10-01',
        endsOn: '',
        authority: '衢州市教育局',
        decisionNumber: '演示罚〔2026〕77号',
        cause: '骗取教师资格。',
        lateReason: '',
      },
      { file: PDF },
    )
    const reports = async () =>
      (await listExamReports(world.as(city), {})).rows.filter((row) => row.decisionNumber === '演示罚〔2026〕77号')
    await work()
    expect(await reports()).toEqual([])
    await reviewRestriction(world.as(city), { entryId, result: 'accept' })
    await work()
    const first = await reports()
    expect(first).toMatchObject([{ state: 'in-force', kind: 'revoked-fraud', holdsProof: true }])
    expect(first[0]?.sentAt).not.toBeNull()
    const calls = await sandbox.countCalls('exam')
    await world.rows(`update jobs set state = 'waiting' where name = 'exam-bar.report'`)
    await work()
    expect(await sandbox.countCalls('exam')).toBe(calls)
    const release = await releaseRestriction(world.as(clerk), { entryId, correctionReason: '错录他人。' })
    await reviewRestriction(world.as(city), { entryId: release.entryId, result: 'accept' })
    await work()
    expect((await reports()).map(({ state }) => state).toSorted()).toEqual(['in-force', 'withdrawn'])
  })
})
