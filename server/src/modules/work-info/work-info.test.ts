import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FOREIGN, HOME, type World, startWorld } from '../../../test/world.ts'
import type { OfficerActor } from '../../platform/actor.ts'
import { readSheet } from '../../platform/sheet.ts'
import { exportWorkInfo } from './export-work-info.ts'
import { getBoard } from './get-board.ts'
import { getOwnWorkInfo } from './get-own-work-info.ts'
import { handInWorkInfo } from './hand-in-work-info.ts'
import { judgeWorkInfo } from './judge-work-info.ts'
import { openWorkInfo } from './open-work-info.ts'
import { saveWorkInfo } from './save-work-info.ts'
import { uploadScan } from './upload-scan.ts'
import { codesOf } from '../../../test/refusal-codes.ts'

const CONTENT = {
  creditCode: '11320982741330162E',
  staff: [{ name: '=俞伯安', mobile: '13800009996', officePhone: '0570-3012345' }],
  networkAddresses: ['203.0.113.0/24'],
}
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')

let world: World
let county: OfficerActor
let city: OfficerActor
let province: OfficerActor
let collectionId: string
beforeAll(async () => {
  world = await startWorld()
  const [row] = await world.rows(
    'select a.parent_code as city, c.parent_code as top from agencies a join agencies c on c.code = a.parent_code where a.code = $1',
    [HOME],
  )
  county = await world.officer({ roles: ['users'] })
  city = await world.officer({ roles: ['users'], agencyCode: String(row?.['city']) })
  province = await world.officer({ roles: ['users'], agencyCode: String(row?.['top']) })
  const opened = await openWorkInfo(world.as(province, 'work-info.open'), { dueOn: '2026-11-30', note: '' })
  collectionId = opened.collectionId
})
afterAll(() => world.stop())

const wire = (file: Buffer | undefined) => ({ file, setSession: () => undefined, clearSession: () => undefined })
const upload = (file: Buffer) => uploadScan(world.as(county, 'work-info.upload-scan'), { collectionId }, wire(file))
const handIn = async () => {
  const { form } = await getOwnWorkInfo(world.as(county), {})
  return codesOf(handInWorkInfo(world.as(county), { collectionId, version: form?.version ?? 0 }))
}

async function judge(officer: OfficerActor, answer: 'pass-on' | 'return', reason = ''): Promise<readonly string[]> {
  const [row] = await world.rows('select id, version from work_info_forms where agency_code = $1', [HOME])
  const input = { formId: String(row?.['id']), version: Number(row?.['version']), answer, reason }
  return codesOf(judgeWorkInfo(world.as(officer, 'work-info.judge'), input))
}

async function standing() {
  const [row] = await world.rows('select state, held_by from work_info_forms where agency_code = $1', [HOME])
  return row
}

describe('《认定机构工作信息采集表》 (ACC-10)', () => {
  test('is collected once a year by a province or the nation, never by a county', async () => {
    const wanted = { dueOn: '2026-12-31', note: '' }
    expect(await codesOf(openWorkInfo(world.as(province), wanted))).toEqual(['work-info.opened-already'])
    expect(await codesOf(openWorkInfo(world.as(county), wanted))).toEqual(['work-info.not-collector'])
    const late = { dueOn: '2026-10-12', note: '' }
    expect(await codesOf(openWorkInfo(world.as(province), late))).toEqual(['work-info.due-past'])
  })

  test('is saved as far as it is filled in, once of many at one moment, and is told everything that is missing', async () => {
    const empty = { creditCode: '1', staff: [], networkAddresses: ['x'], collectionId, version: 0 }
    const tries = await Promise.all(
      Array.from({ length: 20 }, () => codesOf(saveWorkInfo(world.as(county, 'work-info.save'), empty))),
    )
    expect(tries.filter((reasons) => reasons.length === 0)).toHaveLength(1)
    expect(await handIn()).toEqual([
      'work-info.credit-code',
      'work-info.staff-missing',
      'work-info.address',
      'work-info.scan-missing',
    ])
  })

  test('keeps names and numbers of the staff sealed in the database', async () => {
    const { form } = await getOwnWorkInfo(world.as(county), {})
    const wanted = { ...CONTENT, collectionId, version: form?.version ?? 0 }
    await saveWorkInfo(world.as(county, 'work-info.save'), wanted)
    const [row] = await world.rows('select * from work_info_forms where agency_code = $1', [HOME])
    expect(JSON.stringify(row)).not.toContain('13800009996')
    expect((await getOwnWorkInfo(world.as(county), {})).form?.content).toEqual(CONTENT)
  })

  test('takes a scan that is a PDF or JPG by its content alone (S-111, S-120)', async () => {
    expect(await codesOf(upload(Buffer.from('MZ a program')))).toEqual(['work-info.scan-kind'])
    expect(await codesOf(upload(Buffer.concat([PDF, Buffer.alloc(5 * 1024 * 1024)])))).toEqual([
      'work-info.scan-too-large',
    ])
    expect(await codesOf(upload(PDF))).toEqual([])
  })

  test('goes from the county over the city to the province, back with a reason, and up again', async () => {
    expect(await handIn()).toEqual([])
    expect(await standing()).toEqual({ state: 'handed-in', held_by: city.agencyCode })
    expect(await handIn()).toEqual(['work-info.handed-in'])
    expect(await judge(province, 'pass-on')).toEqual(['request.not-found'])
    expect(await judge(city, 'return')).toEqual(['work-info.reason-missing'])
    expect(await judge(city, 'return', '印章不清晰，请重新扫描。')).toEqual([])
    expect(await standing()).toEqual({ state: 'returned', held_by: HOME })
    expect((await getOwnWorkInfo(world.as(county), {})).form?.returnedBecause).toBe('印章不清晰，请重新扫描。')
    expect(await handIn()).toEqual([])
    expect(await judge(city, 'pass-on')).toEqual([])
    expect(await standing()).toEqual({ state: 'handed-in', held_by: province.agencyCode })
    expect(await judge(province, 'pass-on')).toEqual([])
    expect(await standing()).toEqual({ state: 'accepted', held_by: province.agencyCode })
    const kinds = (await getOwnWorkInfo(world.as(county), {})).form?.events.map(({ kind }) => kind)
    expect(kinds).toEqual(['handed-in', 'returned', 'handed-in', 'passed-on', 'accepted'])
  })

  test('is missing, and late from the day after the deadline, on the board of the offices above', async () => {
    const look = async () => {
      const { rows } = await getBoard(world.as(city), { collectionId })
      return rows.find(({ code }) => code === FOREIGN)
    }
    await world.moveClock('2026-11-30T23:00:00+08:00')
    expect(await look()).toMatchObject({ state: 'missing', isLate: false })
    await world.moveClock('2026-12-01T00:00:00+08:00')
    expect(await look()).toMatchObject({ state: 'missing', isLate: true })
    await world.moveClock('2026-10-12T10:00:00+08:00')
    const { rows } = await getBoard(world.as(city), { collectionId, state: 'accepted' })
    expect(rows.map(({ code }) => code)).toEqual([HOME])
  })

  test('of another county is unknown to a county', async () => {
    const foreign = await world.officer({ roles: ['users'], agencyCode: FOREIGN })
    expect(await judge(foreign, 'pass-on')).toEqual(['request.not-found'])
    const { rows } = await getBoard(world.as(foreign), { collectionId })
    expect(rows.map(({ code }) => code)).toEqual([FOREIGN])
  })

  test('leaves as a sheet in which nothing runs, and the export is an event (S-096)', async () => {
    const { bytes } = await exportWorkInfo(world.as(province, 'work-info.export'), { collectionId })
    const sheet = readSheet(bytes)
    if (sheet.kind !== 'read') throw new Error('no sheet')
    expect(sheet.rows).toHaveLength(2)
    expect(sheet.rows[1]?.join()).toContain('俞伯安')
    const events = await world.rows(`select outcome from audit_events where event = 'work-info.export'`)
    expect(events).toEqual([{ outcome: 'read' }])
  })
})
