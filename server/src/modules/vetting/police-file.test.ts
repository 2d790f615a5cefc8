import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { VETTING_COLUMNS } from '@xingtan/domain/vetting-answer'
import { type ArrangedCase, arrangeCase } from '../../../test/arrange-case.ts'
import { wireWith } from '../../../test/online.ts'
import { FOREIGN, type World, startWorld } from '../../../test/world.ts'
import type { OfficerActor } from '../../platform/actor.ts'
import { readSheetRows } from '../../platform/sheet-rows.ts'
import { writeSheet } from '../../platform/sheet.ts'
import { addPoliceOffice } from './add-police-office.ts'
import { endPoliceOffice } from './end-police-office.ts'
import { exportBatch } from './export-batch.ts'
import { getBatch } from './get-batch.ts'
import { getExport } from './get-export.ts'
import { importAnswers } from './import-answers.ts'
import { listMismatches } from './list-mismatches.ts'
import { listPoliceOffices } from './list-police-offices.ts'
import { listPendingVetting } from './list-pending-vetting.ts'
import { requestVetting } from './request-vetting.ts'
import { settleMismatch } from './settle-mismatch.ts'
import { codesOf } from '../../../test/refusal-codes.ts'

let world: World
let vetter: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  vetter = await world.officer({ roles: ['vet'] })
  await addOffice({ name: '柯城分局', way: 'file', areaCodes: ['3308'] })
  await addOffice({ name: '统一接口', way: 'api', areaCodes: [] })
})
afterAll(() => world.stop())

const addOffice = (office: { name: string; way: 'api' | 'file'; areaCodes: string[] }) =>
  addPoliceOffice(world.as(vetter, 'vetting.add-police-office'), office)

let people = 0
/** A confirmed case of somebody registered in 柯城区, or elsewhere. */
async function layCase(areaCode = '330802'): Promise<ArrangedCase> {
  people += 1
  const head = `${areaCode}19900${1 + (Math.floor(people / 28) % 9)}${String(1 + (people % 28)).padStart(2, '0')}99${6 + (people % 4)}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, place) => total + weight * Number(head[place]), 0)
  return arrangeCase(world, {
    step: 'confirmed',
    person: { name: `核查人${people}`, number: `${head}${'10X98765432'[sum % 11]}` },
  })
}

async function startBatch(items: readonly ArrangedCase[]): Promise<string> {
  const context = world.as(vetter, 'vetting.request')
  const { batches } = await requestVetting(context, { applicationIds: items.map(({ id }) => id), kind: 'crime' })
  return batches[0]?.batchId ?? ''
}

async function takeList(batchId: string, officer = vetter): Promise<string[][]> {
  const { exportId } = await exportBatch(world.as(officer, 'vetting.export'), { batchId, purpose: '送柯城分局核查' })
  return readSheetRows((await getExport(world.as(officer, 'vetting.get-export'), { exportId })).bytes)
}

const RESULT = VETTING_COLUMNS.indexOf('核查结果')

/** The list as it went out with a result for each person, in the order of the cases. */
function answerWith(list: string[][], items: readonly ArrangedCase[], results: readonly string[]): string[][] {
  return items.map((item, place) => {
    const row = list.find((cells) => cells[2] === item.documentNumber) ?? []
    return row.toSpliced(RESULT, 1, results[place] ?? '')
  })
}

const fileOf = (rows: string[][]) =>
  writeSheet({ name: '结果', columns: VETTING_COLUMNS.map((title) => ({ title })), rows })

const take = (batchId: string, rows: string[][], dryRun: 'true' | 'false' = 'false') =>
  importAnswers(world.as(vetter, 'vetting.import'), { batchId, dryRun }, wireWith(fileOf(rows)))

const factsOf = async ({ id }: ArrangedCase) =>
  (await world.rows('select crime_cleared, vetting_hit from applications where id = $1', [id]))[0]

const openKinds = async (batchId: string) =>
  (await listMismatches(world.as(vetter), {})).rows
    .filter((row) => row.batchId === batchId)
    .map(({ kind }) => kind)
    .toSorted()

const NOTHING = { crime_cleared: false, vetting_hit: false }

describe('the register of police offices (DEC-1)', () => {
  test('a batch for each office that answers for the people; by exchange it leaves by itself, by file it waits', async () => {
    const [near, far] = [await layCase('330803'), await layCase('110101')]
    const { rows } = await listPendingVetting(world.as(vetter), { kind: 'crime' })
    const officeOf = (item: ArrangedCase) => rows.find(({ row }) => row.applicationId === item.id)?.policeOfficeName
    expect([officeOf(near), officeOf(far)]).toEqual(['柯城分局', '统一接口'])
    const context = world.as(vetter, 'vetting.request')
    const { batches, count } = await requestVetting(context, { applicationIds: [near.id, far.id], kind: 'crime' })
    expect(count).toBe(2)
    expect(batches.map(({ policeOfficeName, way }) => [policeOfficeName, way])).toEqual([
      ['柯城分局', 'file'],
      ['统一接口', 'api'],
    ])
    const jobs = await world.rows(`select payload ->> 'batchId' as id from jobs where name = 'vetting.send'`)
    expect(jobs).toEqual([{ id: batches[1]?.batchId }])
  })

  test('no two answer for the same people; one that ended gets nothing new and belongs to its agency alone', async () => {
    const stranger = await world.officer({ roles: ['vet'], agencyCode: FOREIGN })
    expect((await listPoliceOffices(world.as(stranger))).offices).toEqual([])
    expect(await codesOf(addOffice({ name: '柯城分局', way: 'api', areaCodes: ['3308', '3307'] }))).toEqual([
      'vetting.office-name',
      'vetting.office-area',
    ])
    const wanted = { name: '衢江分局', way: 'file', areaCodes: ['330803'] } as const
    const parallel = await Promise.allSettled(
      Array.from({ length: 20 }, () => addOffice({ ...wanted, areaCodes: [...wanted.areaCodes] })),
    )
    expect(parallel.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { offices } = await listPoliceOffices(world.as(vetter))
    const policeOfficeId = offices.find(({ name }) => name === '衢江分局')?.policeOfficeId ?? ''
    expect(await codesOf(endPoliceOffice(world.as(stranger, 'x'), { policeOfficeId }))).toEqual(['request.not-found'])
    await endPoliceOffice(world.as(vetter, 'vetting.end-police-office'), { policeOfficeId })
    expect((await listPoliceOffices(world.as(vetter))).offices.map(({ name }) => name)).not.toContain('衢江分局')
  })
})

describe('the list that goes out (S-122, S-144)', () => {
  test('names everybody who waits with number and 校验码, says whose copy it is, and is a read event each time', async () => {
    const items = [await layCase(), await layCase()]
    const batchId = await startBatch(items)
    const list = await takeList(batchId)
    expect(list[0]).toEqual([...VETTING_COLUMNS])
    const numbers = list.slice(1, -1).map((cells) => cells[2])
    expect(new Set(numbers)).toEqual(new Set(items.map(({ documentNumber }) => documentNumber)))
    const { exports, batch } = await getBatch(world.as(vetter), { batchId })
    expect(batch).toMatchObject({ state: 'sent', answered: 0 })
    expect(list[3]?.[0]).toContain(exports[0]?.watermark)
    expect(list[3]?.[0]).toContain(vetter.name)
    const events = await world.rows(
      `select outcome, detail from audit_events where object_kind = 'vetting-batch' and object_id = $1 order by at, seq`,
      [batchId],
    )
    expect(events.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'read'])
    expect(JSON.stringify(events)).not.toContain(items[0]?.documentNumber)
    const looks = await world.rows('select way, purpose, looked_by from vetting_looks where batch_id = $1', [batchId])
    expect(looks).toEqual([{ way: 'export', purpose: '送柯城分局核查', looked_by: vetter.userId }])
  })

  test('only who asked may take it, for 24 hours and not an instant longer', async () => {
    const batchId = await startBatch([await layCase()])
    const { exportId } = await exportBatch(world.as(vetter, 'vetting.export'), { batchId, purpose: '核查' })
    const colleague = await world.officer({ roles: ['vet'] })
    expect(await codesOf(getExport(world.as(colleague, 'x'), { exportId }))).toEqual(['vetting.export-over'])
    expect(await codesOf(getExport(world.as(vetter, 'x'), { exportId }))).toEqual([])
    await world.rows(
      `update vetting_exports set exported_at = app_now() - interval '24 hours', expires_at = app_now() where id = $1`,
      [exportId],
    )
    expect(await codesOf(getExport(world.as(vetter, 'x'), { exportId }))).toEqual(['vetting.export-over'])
    const late = world.rows(
      `update vetting_exports set expires_at = exported_at + interval '24 hours 1 second' where id = $1`,
      [exportId],
    )
    await expect(late).rejects.toMatchObject({ constraint: 'vetting_exports__expires' })
  })
})

describe('the answer that comes back (S-151, DEC-1)', () => {
  test('a dry run changes nothing; the file is taken once, however often it comes', async () => {
    const items = [await layCase(), await layCase(), await layCase()]
    const batchId = await startBatch(items)
    const answer = answerWith(await takeList(batchId), items, ['无犯罪记录', '有犯罪记录', '无法核查'])
    expect(await take(batchId, answer, 'true')).toMatchObject({ matched: 3, mismatched: 0, missing: 0, isDone: false })
    expect(await Promise.all(items.map(factsOf))).toEqual([NOTHING, NOTHING, NOTHING])
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => take(batchId, answer)))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await codesOf(take(batchId, answer))).toEqual(['vetting.imported-before'])
    expect(await Promise.all(items.map(factsOf))).toEqual([
      { crime_cleared: true, vetting_hit: false },
      { crime_cleared: false, vetting_hit: true },
      NOTHING,
    ])
    const { batch, answerFiles } = await getBatch(world.as(vetter), { batchId })
    expect(batch).toMatchObject({ state: 'answered', answered: 3, hits: 1 })
    expect(answerFiles).toMatchObject([{ matched: 3, mismatched: 0 }])
    expect(await openKinds(batchId)).toEqual([])
    expect(await codesOf(exportBatch(world.as(vetter, 'x'), { batchId, purpose: '核查' }))).toEqual([
      'vetting.batch-ended',
    ])
    const events = await world.rows(
      `select data from application_events where application_id = $1 and kind = 'vetting-recorded'`,
      [items[1]?.id],
    )
    expect(events).toEqual([{ data: { check: 'crime', batchId } }])
  })

  test('what does not fit goes on the work list and changes nothing else', async () => {
    const items = await Promise.all(Array.from({ length: 6 }, () => layCase()))
    const [first] = items
    if (first === undefined) throw new Error('nobody')
    const batchId = await startBatch(items)
    const list = await takeList(batchId)
    const [right, wrongCode, renamed, twice] = answerWith(
      list,
      items,
      Array.from({ length: 4 }, () => '无犯罪记录'),
    )
    if (right === undefined || wrongCode === undefined || renamed === undefined || twice === undefined)
      throw new Error('rows')
    const swapped = wrongCode.toSpliced(VETTING_COLUMNS.indexOf('校验码'), 1, right[3] ?? '')
    const unknown = right.toSpliced(0, 1, 'b0e5a6a0-0000-4000-8000-000000000000')
    const rows = [right, swapped, renamed.toSpliced(1, 1, '旁人'), twice, twice, unknown]
    const taken = await take(batchId, rows)
    expect(taken).toMatchObject({ matched: 1, mismatched: 5, missing: 2, invalid: 0 })
    expect(taken.rows.map(({ outcome }) => outcome)).toEqual([
      'matched',
      ...Array.from({ length: 5 }, () => 'mismatch'),
    ])
    expect(await openKinds(batchId)).toEqual(
      [
        'answered-twice',
        'answered-twice',
        'hash-differs',
        'missing',
        'missing',
        'name-differs',
        'unknown-id',
      ].toSorted(),
    )
    expect(await factsOf(first)).toMatchObject({ crime_cleared: true })
    for (const item of items.slice(1)) expect(await factsOf(item)).toEqual(NOTHING)
    const sealed = await world.rows(
      'select said_sealed from vetting_mismatches where batch_id = $1 and row_number is not null',
      [batchId],
    )
    expect(sealed).toHaveLength(5)
    expect(sealed.every(({ said_sealed: said }) => Buffer.isBuffer(said) && !said.includes('旁人'))).toBe(true)

    // The rest comes in a second file: who was missing leaves the list by himself, an old answer is not overwritten.
    const rest = answerWith(
      list,
      items,
      Array.from({ length: 6 }, () => '有犯罪记录'),
    ).toSpliced(1, 3)
    expect(await take(batchId, rest)).toMatchObject({ matched: 2, mismatched: 1, missing: 3 })
    expect(await factsOf(first)).toEqual({ crime_cleared: true, vetting_hit: false })
    expect(await openKinds(batchId)).toContain('answered-before')
  })

  test('a line is settled once, by a word, and stays no answer', async () => {
    const item = await layCase()
    const batchId = await startBatch([item])
    await take(
      batchId,
      answerWith(await takeList(batchId), [item], ['无犯罪记录']).map((row) => row.toSpliced(1, 1, '旁人')),
    )
    const { rows } = await listMismatches(world.as(vetter), {})
    const mismatchId = rows.find((row) => row.batchId === batchId)?.mismatchId ?? ''
    const settle = (officer: OfficerActor) =>
      codesOf(
        settleMismatch(world.as(officer, 'vetting.settle-mismatch'), {
          mismatchId,
          note: '已电话核实，系公安机关笔误',
        }),
      )
    const stranger = await world.officer({ roles: ['vet'], agencyCode: FOREIGN })
    expect(await settle(stranger)).toEqual(['vetting.mismatch-settled'])
    expect([await settle(vetter), await settle(vetter)]).toEqual([[], ['vetting.mismatch-settled']])
    expect(await factsOf(item)).toEqual(NOTHING)
  })

  test('unreadable results stop the whole file; a batch of the exchange takes none; a foreign batch is unknown', async () => {
    const [near, far] = [await layCase(), await layCase('110101')]
    const batchId = await startBatch([near])
    const answer = answerWith(await takeList(batchId), [near], ['没有'])
    expect(await take(batchId, answer, 'true')).toMatchObject({ invalid: 1, rows: [{ row: 2, outcome: 'invalid' }] })
    expect(await codesOf(take(batchId, answer))).toEqual(['vetting.answer-invalid'])
    expect(await codesOf(take(await startBatch([far]), answer))).toEqual(['vetting.not-a-file-batch'])
    const stranger = await world.officer({ roles: ['vet'], agencyCode: FOREIGN })
    const foreign = importAnswers(world.as(stranger, 'x'), { batchId, dryRun: 'false' }, wireWith(fileOf(answer)))
    expect(await codesOf(foreign)).toEqual(['request.not-found'])
    expect(await codesOf(getBatch(world.as(stranger), { batchId }))).toEqual(['request.not-found'])
  })

  test('the face can answer what waits, and never change an answer', async () => {
    const item = await layCase()
    const batchId = await startBatch([item])
    await take(batchId, answerWith(await takeList(batchId), [item], ['无犯罪记录']))
    const { db } = world.services.office
    const scope = { officerId: vetter.userId, agencyCode: vetter.agencyCode }
    const { sql } = await import('../../platform/sql.ts')
    const changed = await db.transaction(scope, (tx) =>
      tx.run(sql`update vetting_requests set state = 'hit' where application_id = ${item.id}`),
    )
    expect(changed).toBe(0)
  })
})
