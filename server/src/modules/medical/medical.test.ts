import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MEDICAL_COLUMNS } from '@xingtan/domain/medical'
import { type ArrangedCase, arrangeCase } from '../../../test/arrange-case.ts'
import { wireWith } from '../../../test/online.ts'
import { FOREIGN, type World, startWorld } from '../../../test/world.ts'
import type { OfficerActor } from '../../platform/actor.ts'
import { readSheetRows } from '../../platform/sheet-rows.ts'
import { writeSheet } from '../../platform/sheet.ts'
import { getMedical } from './get-medical.ts'
import { getTemplate } from './get-template.ts'
import { importMedical } from './import-medical.ts'
import { listUnmatched } from './list-unmatched.ts'
import { recordMedical } from './record-medical.ts'
import { solveUnmatched } from './solve-unmatched.ts'
import { codesOf } from '../../../test/refusal-codes.ts'

let world: World
let desk: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  desk = await world.officer({ roles: ['confirm'], pointId: world.points.home })
})
afterAll(() => world.stop())

const HOSPITAL = '柯城演示区人民医院'
const sheet = (rows: string[][]) =>
  writeSheet({ name: '体检结论', columns: MEDICAL_COLUMNS.map((title) => ({ title })), rows })
const row = (key: string, name: string, conclusion = '合格') => [key, name, conclusion, '2026-10-08', HOSPITAL, '2020']

const take = (rows: string[][], dryRun: 'true' | 'false' = 'false', officer = desk) =>
  importMedical(world.as(officer, 'medical.import'), { dryRun }, wireWith(sheet(rows)))

const conclusionOf = async (item: ArrangedCase) =>
  (await getMedical(world.as(desk), { applicationId: item.id })).record?.conclusion ?? null

describe('体检结论 by Excel (CNF-5)', () => {
  test('matches 报名号 or document number together with the name; the rest goes on a work list, sealed', async () => {
    const item = await arrangeCase(world, { step: 'submitted' })
    const second = await arrangeCase(world, { step: 'submitted' })
    const third = await arrangeCase(world, { step: 'submitted' })
    const foreign = await arrangeCase(world, { step: 'submitted', agencyCode: FOREIGN })
    const rows = [
      row(item.registrationNumber, item.name),
      row(second.documentNumber, second.name, '不合格'),
      row(third.registrationNumber, '别人'),
      row(foreign.registrationNumber, foreign.name),
    ]
    const plan = await take(rows, 'true')
    expect(plan).toMatchObject({ rowCount: 4, matched: 2, unmatched: 2, invalid: 0, isDone: false })
    expect(await conclusionOf(item)).toBeNull()
    expect(await take(rows)).toMatchObject({ matched: 2, unmatched: 2, isDone: true })
    expect(await conclusionOf(item)).toBe('qualified')
    expect(await conclusionOf(second)).toBe('unqualified')
    expect(await conclusionOf(third)).toBeNull()
    const list = await listUnmatched(world.as(desk), {})
    expect(list.rows.map(({ problem }) => problem).toSorted()).toEqual(['name-differs', 'not-found'])
    const [raw] = await world.rows(`select encode(key_sealed, 'escape') as key from medical_unmatched limit 1`)
    expect(String(raw?.['key'])).not.toContain(third.registrationNumber)
    const [event] = await world.rows(
      `select kind, data from application_events where application_id = $1 order by seq desc limit 1`,
      [item.id],
    )
    expect(event).toMatchObject({ kind: 'medical-recorded' })
    expect(JSON.stringify(event)).not.toMatch(/qualified|合格/)
  })

  test('one wrong row stops the whole sheet and says which and why; the same sheet is taken once by twenty tries', async () => {
    const item = await arrangeCase(world, { step: 'submitted' })
    const wrong = [row(item.registrationNumber, item.name, '基本合格'), ['', '', '合格', '昨天', '别处医院', '2020']]
    const plan = await take(wrong, 'true')
    expect(plan).toMatchObject({ invalid: 2, rows: [{ row: 2 }, { row: 3 }] })
    expect(await codesOf(take(wrong))).toEqual(['medical.rows-invalid'])
    expect(await conclusionOf(item)).toBeNull()
    const file = sheet([row(item.registrationNumber, item.name)])
    const tries = await Promise.all(
      Array.from({ length: 20 }, () =>
        codesOf(importMedical(world.as(desk, 'medical.import'), { dryRun: 'false' }, wireWith(file))),
      ),
    )
    expect(tries.filter((outcome) => outcome.length === 0)).toHaveLength(1)
    expect(tries.filter((outcome) => outcome[0] === 'medical.imported-before')).toHaveLength(19)
    const [count] = await world.rows('select count(*)::int as n from medical_records where application_id = $1', [
      item.id,
    ])
    expect(count).toEqual({ n: 1 })
  })

  test('a hundred thousand cases or a hostile file: what is no sheet is refused with a sentence (S-096)', async () => {
    const hostile = importMedical(world.as(desk), { dryRun: 'true' }, wireWith(Buffer.from('PK not a sheet')))
    expect(await codesOf(hostile)).toEqual(['file.sheet-unreadable'])
    expect(await codesOf(take([]))).toEqual(['medical.no-rows'])
  })

  test('the template holds the headings and nothing else', async () => {
    const { bytes } = await getTemplate(world.as(desk))
    expect(readSheetRows(bytes)).toEqual([[...MEDICAL_COLUMNS]])
  })
})

describe('the work list', () => {
  test('a row is given to a case of the own agency or laid aside, once; other agencies see nothing of it', async () => {
    const item = await arrangeCase(world, { step: 'submitted' })
    await take([row('99999999999999', '张杏'), row('88888888888888', '李杏')])
    const open = async () => (await listUnmatched(world.as(desk), {})).rows
    const mine = (await open()).filter(({ name }) => name.endsWith('杏'))
    expect(mine).toHaveLength(2)
    const [first, second] = mine
    if (first === undefined || second === undefined) throw new Error('no rows')
    const foreign = await world.officer({ roles: ['confirm'], agencyCode: FOREIGN, pointId: world.points.foreign })
    const solve = (unmatchedId: string, registrationNumber: string | null, officer = desk) =>
      codesOf(solveUnmatched(world.as(officer, 'medical.solve-unmatched'), { unmatchedId, registrationNumber }))
    expect(await solve(first.unmatchedId, null, foreign)).toEqual(['request.not-found'])
    expect(await solve(first.unmatchedId, '12345')).toEqual(['medical.not-found'])
    const tries = await Promise.all(Array.from({ length: 20 }, () => solve(first.unmatchedId, item.registrationNumber)))
    expect(tries.filter((outcome) => outcome.length === 0)).toHaveLength(1)
    expect(await conclusionOf(item)).toBe('qualified')
    expect(await solve(second.unmatchedId, null)).toEqual([])
    expect((await open()).filter(({ name }) => name.endsWith('杏'))).toEqual([])
  })
})

test('singly: named hospital, accepted form, own point; class C3 is read by nobody else', async () => {
  const item = await arrangeCase(world, { step: 'submitted' })
  const record = (more: object = {}, officer = desk) =>
    codesOf(
      recordMedical(world.as(officer), {
        applicationId: item.id,
        version: item.version,
        conclusion: 'qualified',
        examinedOn: '2026-10-08',
        hospital: HOSPITAL,
        formVersion: '2020',
        ...more,
      }),
    )
  expect(await record({ hospital: '别处医院', formVersion: '2010', examinedOn: '2026-10-13' })).toEqual([
    'medical.hospital-unknown',
    'medical.form-unknown',
    'medical.future',
  ])
  const other = await world.officer({ roles: ['confirm'], pointId: world.points.other })
  expect(await record({}, other)).toEqual(['request.not-found'])
  expect(await record()).toEqual([])
  expect(await codesOf(getMedical(world.as(other), { applicationId: item.id }))).toEqual(['request.not-found'])
  const { db } = world.services.public
  await expect(
    db.transaction({ personId: item.accountId }, (tx) => tx.run({ text: 'select 1 from medical_records', values: [] })),
  ).rejects.toThrow('permission denied')
})
