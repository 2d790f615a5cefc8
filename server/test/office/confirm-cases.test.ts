import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ArrangedCase, arrangeCase } from '../arrange-case.ts'
import { ASKED, handIn } from '../online.ts'
import { FOREIGN, type World, startWorld } from '../world.ts'
import type { OfficerActor } from '../../src/platform/actor.ts'
import { Problem } from '../../src/platform/problem.ts'
import { judgeMaterials } from '../../src/modules/material/judge-materials.ts'
import { getOnlineCase } from '../../src/modules/material/get-online-case.ts'
import { requestSupplement } from '../../src/modules/material/request-supplement.ts'
import { recordMedical } from '../../src/modules/medical/record-medical.ts'
import { confirmCases } from '../../src/modules/confirmation/confirm-cases.ts'
import { refuseConfirmation } from '../../src/modules/confirmation/refuse-confirmation.ts'

let world: World
let desk: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  desk = await world.officer({ roles: ['confirm'], pointId: world.points.home })
})
afterAll(() => world.stop())

const MEDICAL = {
  conclusion: 'qualified' as const,
  examinedOn: '2026-10-08',
  hospital: '柯城演示区人民医院',
  formVersion: '2020',
}

async function versionOf(item: ArrangedCase): Promise<number> {
  return (await getOnlineCase(world.as(desk), { applicationId: item.id })).version
}

async function accept(item: ArrangedCase, rejected: readonly string[] = []): Promise<void> {
  const { version, items } = await getOnlineCase(world.as(desk), { applicationId: item.id })
  const judgements = items.flatMap(({ materialId, code }) =>
    materialId === null
      ? []
      : {
          materialId,
          accepted: !rejected.includes(code),
          reasons: rejected.includes(code) ? [{ code: 'out-of-date', note: null }] : [],
        },
  )
  await judgeMaterials(world.as(desk), { applicationId: item.id, version, judgements })
}

/** Handed in, every item accepted, medical conclusion on record: clean. */
async function cleanCase(): Promise<ArrangedCase> {
  const item = await arrangeCase(world, { step: 'submitted' })
  await handIn(world, item)
  await accept(item)
  await recordMedical(world.as(desk), { applicationId: item.id, version: await versionOf(item), ...MEDICAL })
  return item
}

/** As `cleanCase`, laid straight into the database: for many at once. `rejected` is one item that is not good. */
async function layCase(rejected: string | null = null): Promise<ArrangedCase> {
  const item = await arrangeCase(world, { step: 'submitted' })
  await world.rows(
    `insert into online_cases (application_id, agency_code, point_id, state, lane, handed_in_at)
     select id, agency_code, point_id, 'handed-in', 'pass', app_now() from applications where id = $1`,
    [item.id],
  )
  for (const code of ASKED) {
    const isGood = code !== rejected
    await world.rows(
      `insert into materials (id, application_id, code, file_id, bytes, pages, state, reasons, uploaded_at, handed_in_at,
         judged_by, judged_at)
       select gen_random_uuid(), id, $2, photo_file_id, 1000, 1, $3, $4, app_now(), app_now(), $5, app_now()
       from applications where id = $1`,
      [
        item.id,
        code,
        isGood ? 'accepted' : 'rejected',
        JSON.stringify(isGood ? [] : [{ code: 'out-of-date', note: null }]),
        desk.userId,
      ],
    )
  }
  await recordMedical(world.as(desk), { applicationId: item.id, version: await versionOf(item), ...MEDICAL })
  return item
}

const versioned = async (items: readonly ArrangedCase[]) =>
  Promise.all(items.map(async (item) => ({ applicationId: item.id, version: await versionOf(item) })))

const outcomes = async (cases: { applicationId: string; version: number }[], dryRun = false) => {
  try {
    const { results } = await confirmCases(world.as(desk, 'confirmation.confirm-many'), { cases, dryRun })
    return results.map(({ outcome }) => outcome)
  } catch (error) {
    if (error instanceof Problem) return error.reasons.map(({ code }) => code)
    throw error
  }
}

describe('bulk confirmation of clean online cases (CNF-3, S-060)', () => {
  test('a dry run says what would happen and changes nothing; the act gives a result for each row, with receipt and due day', async () => {
    const clean = [await cleanCase(), await cleanCase()]
    const unread = await arrangeCase(world, { step: 'submitted' })
    await handIn(world, unread)
    const never = await arrangeCase(world, { step: 'submitted' })
    const cases = await versioned([...clean, unread, never])
    expect(await outcomes(cases, true)).toEqual(['would-confirm', 'would-confirm', 'refused', 'refused'])
    expect(await outcomes(cases)).toEqual(['confirmed', 'confirmed', 'refused', 'refused'])
    const [row] = await world.rows(
      `select a.status, a.due_on is not null as due, (select count(*)::int from documents d where d.application_id = a.id) as receipts,
         c.medical_conclusion, jsonb_array_length(c.judgements) as judged, o.is_open
       from applications a join confirmations c on c.application_id = a.id join online_cases o on o.application_id = a.id
       where a.id = $1`,
      [clean[0]?.id],
    )
    expect(row).toEqual({
      status: 'awaiting-approval',
      due: true,
      receipts: 1,
      medical_conclusion: 'qualified',
      judged: 5,
      is_open: false,
    })
    expect(await outcomes(cases.slice(0, 1))).toEqual(['refused'])
  })

  test('a clerk clears fifty in one go: forty-seven pass with their receipts, three stay with their reason', async () => {
    const items: ArrangedCase[] = []
    for (let index = 0; index < 50; index += 1)
      items.push(await layCase([7, 23, 49].includes(index) ? 'hukou-book' : null))
    const found = await outcomes(await versioned(items))
    expect(found.filter((outcome) => outcome === 'confirmed')).toHaveLength(47)
    expect(found.flatMap((outcome, index) => (outcome === 'refused' ? [index] : []))).toEqual([7, 23, 49])
    const ids = items.map(({ id }) => id)
    const [row] = await world.rows(
      `select (select count(*)::int from applications where id = any($1) and status = 'awaiting-approval') as passed,
         (select count(*)::int from documents where application_id = any($1)) as receipts,
         (select count(*)::int from online_cases where application_id = any($1) and is_open) as left`,
      [ids],
    )
    expect(row).toEqual({ passed: 47, receipts: 47, left: 3 })
  }, 120_000)

  test('one row of another agency or named twice refuses the whole batch', async () => {
    const item = await cleanCase()
    const foreign = await arrangeCase(world, { step: 'submitted', agencyCode: FOREIGN })
    const [own] = await versioned([item])
    if (own === undefined) throw new Error('no case')
    expect(await outcomes([own, { applicationId: foreign.id, version: 1 }])).toEqual(['case.row-not-found'])
    expect(await outcomes([own, own])).toEqual(['case.row-repeated'])
    expect((await world.rows('select status from applications where id = $1', [item.id]))[0]).toEqual({
      status: 'awaiting-confirmation',
    })
  })

  test('a medical conclusion that is missing, unqualified or too old, or a source that says no, is not clean (S-154)', async () => {
    const item = await arrangeCase(world, { step: 'submitted' })
    await handIn(world, item)
    await accept(item)
    const sentences = async () =>
      (await confirmCases(world.as(desk), { cases: await versioned([item]), dryRun: true })).results[0]?.sentence
    expect(await sentences()).toContain('还没有登记体检结论')
    const record = async (more: object) =>
      recordMedical(world.as(desk), { applicationId: item.id, version: await versionOf(item), ...MEDICAL, ...more })
    await record({ conclusion: 'unqualified' })
    expect(await sentences()).toContain('体检结论为不合格')
    await record({ examinedOn: '2026-04-14' }).catch(() => undefined)
    await record({})
    expect(await sentences()).toBe('可以确认通过。')
    await world.rows(`update evidence set state = 'source-down' where account_id = $1 and kind = 'putonghua'`, [
      item.accountId,
    ])
    expect(await sentences()).toContain('还需要人工核对')
  })

  test('twenty tries at once confirm a case exactly once', async () => {
    const item = await cleanCase()
    const cases = await versioned([item])
    const all = await Promise.all(Array.from({ length: 20 }, () => outcomes(cases)))
    expect(all.flat().filter((outcome) => outcome === 'confirmed')).toHaveLength(1)
    const [row] = await world.rows('select count(*)::int as n from confirmations where application_id = $1', [item.id])
    expect(row).toEqual({ n: 1 })
  })
})

describe('granted time and 确认未通过 (行政许可法 art. 32)', () => {
  test('while the time runs nobody is refused for missing materials; afterwards an officer does it, never the machine', async () => {
    const item = await arrangeCase(world, { step: 'submitted' })
    await handIn(world, item)
    await accept(item, ['hukou-book'])
    const view = await getOnlineCase(world.as(desk), { applicationId: item.id })
    await requestSupplement(world.as(desk), {
      applicationId: item.id,
      version: view.version,
      note: null,
      dueOn: view.proposedDueOn,
      dueReason: null,
    })
    const refuse = async () => {
      const reasons = [{ code: 'materials-incomplete', note: null }]
      const input = { applicationId: item.id, version: await versionOf(item), reasons }
      try {
        await refuseConfirmation(world.as(desk), input)
        return 'done'
      } catch (error) {
        return error instanceof Problem ? error.reasons.map(({ code }) => code) : String(error)
      }
    }
    await world.moveClock('2026-10-19T12:00:00+08:00')
    expect(await refuse()).toEqual(['confirmation.time-running'])
    await world.moveClock('2026-10-20T12:00:00+08:00')
    const [before] = await world.rows('select status from applications where id = $1', [item.id])
    expect(before).toEqual({ status: 'awaiting-confirmation' })
    expect(await refuse()).toBe('done')
    expect(ASKED).toContain('hukou-book')
  })
})
