import { randomUUID } from 'node:crypto'
import type { FilingContent, FilingKind } from '@xingtan/contract/office/filing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HOME, type World, startWorld } from '../../../test/world.ts'
import type { OfficerActor } from '../../platform/actor.ts'
import { getBoard } from './get-board.ts'
import { getFiling } from './get-filing.ts'
import { handInFiling } from './hand-in-filing.ts'
import { listFilings } from './list-filings.ts'
import { listReminders } from './list-reminders.ts'
import { noteReminders } from './note-reminders.ts'
import { openFiling } from './open-filing.ts'
import { remindDue } from './remind-due.ts'
import { remindFiling } from './remind-filing.ts'
import { reviewFiling } from './review-filing.ts'
import { saveFiling } from './save-filing.ts'
import { insertReview } from './sql.ts'
import { uploadScan } from './upload-scan.ts'
import { codesOf } from '../../../test/refusal-codes.ts'

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
const NOTICE: FilingContent = {
  kind: 'applicant-notice',
  title: '关于做好教师资格认定工作的通知',
  documentNumber: '浙教师〔2026〕8号',
  issuedOn: '2026-10-10',
  text: '照片统一使用近期免冠正面1寸彩色白底证件照，JPG/JPEG 格式，不大于200K。',
}
const SCHEME: FilingContent = {
  kind: 'scheme',
  leader: '沈怀远',
  deputy: '顾盼之',
  head: '温如许',
  stages: [{ title: '网上报名', from: '2026-11-02', to: '2026-11-20', responsible: '人事科 温如许' }],
  hospitals: [{ name: '演示医院', perDay: 120 }],
  points: [{ name: '第一确认点', address: '演示路 1 号', deskCount: 4 }],
  safety: '分时预约，配备医务和保卫人员。',
  budgetAssured: true,
}

let world: World
let nation: OfficerActor
let province: OfficerActor
let city: OfficerActor
let county: OfficerActor
let roundId: string
beforeAll(async () => {
  world = await startWorld()
  const [row] = await world.rows(
    'select a.parent_code as city, c.parent_code as top from agencies a join agencies c on c.code = a.parent_code where a.code = $1',
    [HOME],
  )
  nation = await world.officer({ roles: ['plan'], agencyCode: '00000' })
  province = await world.officer({ roles: ['plan'], agencyCode: String(row?.['top']) })
  city = await world.officer({ roles: ['plan'], agencyCode: String(row?.['city']) })
  county = await world.officer({ roles: ['plan'] })
  roundId = randomUUID()
  await world.rows(
    `insert into rounds (id, name, opens_at, closes_at) values ($1, '演示批次二', '2026-10-30T16:00:00Z', '2027-01-31')`,
    [roundId],
  )
})
afterAll(() => world.stop())

const subjectOf = (kind: FilingKind) => ({ kind, year: 2026, roundId: kind === 'plan-table' ? null : roundId })
const wire = { file: PDF, setSession: () => undefined, clearSession: () => undefined }

async function write(officer: OfficerActor, content: FilingContent, isScanned = true): Promise<string> {
  const { filingId } = await openFiling(world.as(officer), subjectOf(content.kind))
  const { version } = await getFiling(world.as(officer), { filingId })
  await saveFiling(world.as(officer), { filingId, version, content })
  if (isScanned) await uploadScan(world.as(officer), { filingId }, wire)
  return filingId
}

async function handIn(officer: OfficerActor, filingId: string): Promise<string[]> {
  const { version } = await getFiling(world.as(officer), { filingId })
  return codesOf(handInFiling(world.as(officer), { filingId, version }))
}

async function review(officer: OfficerActor, filingId: string, accepted: boolean): Promise<string[]> {
  const [row] = await world.rows('select max(number) as number from filing_submissions where filing_id = $1', [
    filingId,
  ])
  const answer = { filingId, number: Number(row?.['number']), accepted, reason: accepted ? null : '请补充。' }
  return codesOf(reviewFiling(world.as(officer), answer))
}

describe('filings upward (PLN-2)', () => {
  test('each level is told what it owes and until when; a county owes no notice', async () => {
    const ofProvince = await listFilings(world.as(province))
    const [table, , next] = ofProvince.duties
    expect(table).toMatchObject({ kind: 'plan-table', year: 2026, dueOn: '2026-02-28', state: 'missing', isLate: true })
    expect(next).toMatchObject({ kind: 'applicant-notice', roundId, dueOn: '2026-10-21', isLate: false })
    const ofCounty = await listFilings(world.as(county))
    expect(ofCounty.duties.map(({ kind }) => kind)).toEqual(['scheme', 'scheme'])
    expect(ofCounty.received).toEqual([])
    expect(await codesOf(openFiling(world.as(county), subjectOf('applicant-notice')))).toEqual(['filing.not-due'])
  })

  test('a filing is begun once, however many begin it at the same moment', async () => {
    const begun = await Promise.all(
      Array.from({ length: 30 }, () => openFiling(world.as(province), subjectOf('plan-table'))),
    )
    expect(new Set(begun.map(({ filingId }) => filingId)).size).toBe(1)
  })

  test('a notice without the photo rule or the stamp is not handed in, and everything is said at once', async () => {
    const filingId = await write(province, { ...NOTICE, title: '', text: '近期免冠正面一寸。' }, false)
    expect(await handIn(province, filingId)).toEqual([
      'filing.title-missing',
      'filing.photo-rule-missing',
      'filing.scan-missing',
    ])
    const { findings } = await getFiling(world.as(province), { filingId })
    expect(findings.map(({ field }) => field)).toEqual(['title', 'text', 'scan'])
  })

  test('S-038: a notice that names the office is not handed in', async () => {
    const filingId = await write(province, { ...NOTICE, text: `${NOTICE.text}请登录 office.localhost 。` })
    expect(await handIn(province, filingId)).toEqual(['filing.names-office'])
  })

  test('is handed in, returned with a reason, handed in again and accepted; every version stays', async () => {
    const filingId = await write(province, NOTICE)
    expect(await handIn(province, filingId)).toEqual([])
    expect(await handIn(province, filingId)).toEqual(['filing.handed-in'])
    const noReason = { filingId, number: 1, accepted: false, reason: null }
    expect(await codesOf(reviewFiling(world.as(nation), noReason))).toEqual(['filing.reason-missing'])
    expect(await review(nation, filingId, false)).toEqual([])
    const returned = await getFiling(world.as(province), { filingId })
    expect(returned).toMatchObject({
      state: 'returned',
      versions: [{ number: 1, accepted: false, reason: '请补充。' }],
    })
    await write(province, { ...NOTICE, title: '关于做好认定工作的通知（修订）' })
    expect(await handIn(province, filingId)).toEqual([])
    // Whoever read version 1 does not decide about version 2.
    expect(await codesOf(reviewFiling(world.as(nation), { ...noReason, accepted: true }))).toEqual([
      'filing.not-waiting',
    ])
    expect(await review(nation, filingId, true)).toEqual([])
    const { state, versions } = await getFiling(world.as(nation), { filingId })
    expect([state, versions.length]).toEqual(['accepted', 2])
    expect(await handIn(province, filingId)).toEqual(['filing.nothing-changed'])
  })

  test('one opinion is given, however many give one at the same moment', async () => {
    const filingId = await write(province, { ...NOTICE, title: '第三版' })
    await handIn(province, filingId)
    const tries = await Promise.all(Array.from({ length: 20 }, (_, index) => review(nation, filingId, index % 2 === 0)))
    expect(tries.filter((codes) => codes.length === 0)).toHaveLength(1)
  })

  test('a county files with the province: its city reads, its city and the nation do not decide (S-050)', async () => {
    const filingId = await write(county, SCHEME)
    expect(await codesOf(getFiling(world.as(province), { filingId }))).toEqual(['request.not-found'])
    expect(await handIn(county, filingId)).toEqual([])
    expect(await getFiling(world.as(city), { filingId })).toMatchObject({ content: SCHEME, mayReview: false })
    expect(await review(city, filingId, true)).toEqual(['filing.not-receiver'])
    expect(await review(nation, filingId, true)).toEqual(['filing.not-receiver'])
    const same = await world.officer({ roles: ['plan'], agencyCode: province.agencyCode, personId: county.personId })
    expect(await review(same, filingId, true)).toEqual(['filing.same-person'])
    const foreign = await world.officer({ roles: ['plan'], agencyCode: '33076' })
    expect(await codesOf(getFiling(world.as(foreign), { filingId }))).toEqual(['request.not-found'])
    expect(await getFiling(world.as(province), { filingId })).toMatchObject({ mayReview: true, findings: [] })
    expect(await review(province, filingId, true)).toEqual([])
  })

  test('S-050: the database itself refuses an opinion of anybody but the receiver', async () => {
    const filingId = await write(county, { ...SCHEME, safety: '分时预约。' })
    await handIn(county, filingId)
    const [row] = await world.rows(
      'select id, handed_in_person_id as person from filing_submissions where filing_id = $1 order by number desc limit 1',
      [filingId],
    )
    const { userId, personId, agencyCode } = city
    const insert = world.services.office.db.transaction({ officerId: userId, agencyCode, reach: 'below' }, (tx) => {
      const own = { submissionId: String(row?.['id']), handedInPersonId: String(row?.['person']) }
      return insertReview(tx, { ...own, accepted: true, reason: null, by: { userId, personId, agencyCode } })
    })
    await expect(insert).rejects.toThrow(/row-level security/)
  })
})

describe('the board of filings and its reminders (PLN-4, RPT-2)', () => {
  const boardOf = (officer: OfficerActor, state?: 'missing') =>
    getBoard(world.as(officer), { kind: 'scheme', year: 2026, roundId, ...(state && { state }) })

  test('shows every city and county of the tree, who is missing and who is late', async () => {
    const { rows, dueOn } = await boardOf(city)
    expect(dueOn).toBe('2026-10-21')
    expect(rows.find(({ agencyCode }) => agencyCode === HOME)).toMatchObject({ state: 'handed-in', isLate: false })
    expect((await boardOf(city, 'missing')).rows).toHaveLength(rows.length - 1)
  })

  test('reminds those who have not handed in, once a day each, and nobody outside the tree', async () => {
    const { rows } = await boardOf(city)
    const codes = rows.map(({ agencyCode }) => agencyCode)
    const ask = () =>
      remindFiling(world.as(city), { ...subjectOf('scheme'), agencyCodes: [...codes, '11002'], note: '请按期报送。' })
    expect(await ask()).toEqual({ reminded: codes.length - 1, skipped: 2 })
    expect(await ask()).toEqual({ reminded: 0, skipped: codes.length + 1 })
    const reminded = codes.find((code) => code !== HOME) ?? ''
    const officer = await world.officer({ roles: ['plan'], agencyCode: reminded })
    const { reminders } = await listReminders(world.as(officer))
    expect(reminders).toMatchObject([{ cause: 'urged', note: '请按期报送。', dueOn: '2026-10-21' }])
    const reminderIds = reminders.map(({ reminderId }) => reminderId)
    // Somebody else's reminder is not taken note of.
    await noteReminders(world.as(county), { reminderIds })
    expect((await listReminders(world.as(officer))).reminders).toHaveLength(1)
    await noteReminders(world.as(officer), { reminderIds })
    expect((await listReminders(world.as(officer))).reminders).toEqual([])
  })

  test('the system reminds once seven days before the last day and once when it is over', async () => {
    const run = { job: { id: 1, name: 'x', payload: {}, fence: 1, attempts: 1 }, holdLease: () => Promise.resolve() }
    const causes = async () =>
      world.rows(
        `select cause, count(*)::int as count from filing_reminders where agency_code = $1 and round_id = $2 and cause <> 'urged'
         group by cause order by cause`,
        [city.agencyCode, roundId],
      )
    await world.moveClock('2026-10-13T10:00:00+08:00')
    await remindDue(world.services.worker, run)
    expect(await causes()).toEqual([])
    await world.moveClock('2026-10-14T00:00:00+08:00')
    await Promise.all([remindDue(world.services.worker, run), remindDue(world.services.worker, run)])
    expect(await causes()).toEqual([{ cause: 'due-soon', count: 1 }])
    await world.moveClock('2026-10-22T00:00:00+08:00')
    await remindDue(world.services.worker, run)
    expect(await causes()).toEqual([
      { cause: 'due-soon', count: 1 },
      { cause: 'overdue', count: 1 },
    ])
    expect((await boardOf(city)).rows.filter(({ isLate }) => isLate).length).toBeGreaterThan(0)
  })
})
