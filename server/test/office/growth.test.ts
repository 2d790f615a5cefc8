import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneRows } from '@xingtan/tools/clone-rows'
import { getWork } from '../../src/modules/decision/get-work.ts'
import { listCases } from '../../src/modules/decision/list-cases.ts'
import { listCasesBelow } from '../../src/modules/decision/list-cases-below.ts'
import { findCase } from '../../src/modules/confirmation/find-case.ts'
import { listPendingVetting } from '../../src/modules/vetting/list-pending-vetting.ts'
import { listVettingBatches } from '../../src/modules/vetting/list-vetting-batches.ts'
import type { OfficerActor } from '../../src/platform/actor.ts'
import { sql } from '../../src/platform/sql.ts'
import { type ArrangedCase, arrangeCase } from '../arrange-case.ts'
import { makeSyntheticNumber } from '../synthetic-number.ts'
import { HOME, type World, startWorld } from '../world.ts'

const COPIES = 10_000
/** A page of fifty, a few times over: pages of five stages are merged, and each record asks whose case it is. */
const FEW = 3000

let world: World
let reviewer: OfficerActor
let clerk: OfficerActor
let vetter: OfficerActor
let above: OfficerActor
let known: ArrangedCase
beforeAll(async () => {
  world = await startWorld()
  reviewer = await world.officer({ roles: ['review'] })
  clerk = await world.officer({ roles: ['confirm'], pointId: world.points.other })
  vetter = await world.officer({ roles: ['vet'] })
  above = await world.officer({ roles: ['review'], agencyCode: '33009' })
  known = await arrangeCase(world, { step: 'vetted', dueOn: '2026-10-20' })
  const waiting = await arrangeCase(world, { step: 'submitted' })
  await arrangeCase(world, { step: 'submitted', pointId: world.points.other })
  await layCopies(known, '4')
  await layCopies(waiting, '5')
  await world.rows('vacuum analyze')
})
afterAll(() => world.stop())

/** Ten thousand cases like this one, with other people, names, numbers and due days. */
async function layCopies(item: ArrangedCase, digit: string): Promise<void> {
  const { id, accountId, personIndex, registrationNumber, name } = item
  await cloneRows(world.admin, {
    rows: [
      ['applications', `id = '${id}'`],
      ['vetting_standings', `application_id = '${id}'`],
    ],
    ids: [id, accountId],
    hashes: [personIndex.toString('hex')],
    texts: [
      [registrationNumber, `(${digit}00000000000000 + i)::text`],
      [`"name": "${name}"`, `'"name": "' || chr(20000 + i % 500) || chr(21000 + i % 97) || '"'`],
      ['"due_on": "2026-10-20"', `'"due_on": "' || '2026-09-20'::date + i % 60 || '"'`],
    ],
    first: 1,
    count: COPIES,
  })
}

/** Rows of cases that the database looked at for this, and whether it went through the whole table. */
async function touchedBy(work: () => Promise<unknown>): Promise<{ scans: number; rows: number }> {
  const read = async () => {
    const [row] = await world.rows(
      `select seq_scan::int as scans, (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as rows
       from pg_stat_user_tables where relname = 'applications'`,
    )
    return { scans: Number(row?.['scans']), rows: Number(row?.['rows']) }
  }
  // The same connection serves both: what it counted is told at the end of the second transaction.
  const tell = () => world.services.office.db.transaction({}, (tx) => tx.run(sql`select pg_stat_force_next_flush()`))
  await tell()
  const before = await read()
  await work()
  await tell()
  const after = await read()
  return { scans: after.scans - before.scans, rows: after.rows - before.rows }
}

async function middleOf(): Promise<string> {
  const [row] = await world.rows(
    `select due_on::text as "dueOn", id from applications where agency_code = $1 and stage = 'awaiting-review'
     order by due_on, id offset ${COPIES / 2} limit 1`,
    [HOME],
  )
  return Buffer.from(JSON.stringify(row)).toString('base64url')
}

test('queues, searches and worklists of 20,000 cases read a few pages of them, whatever the filter (L-10)', async () => {
  const middle = await middleOf()
  const asked: Record<string, () => Promise<unknown>> = {
    queue: () => listCases(world.as(reviewer), {}),
    'deep page': () => listCases(world.as(reviewer), { after: middle }),
    'deep page of a stage': () => listCases(world.as(reviewer), { stage: 'awaiting-review', after: middle }),
    overdue: () => listCases(world.as(reviewer), { due: 'overdue' }),
    'this week': () => listCases(world.as(reviewer), { due: 'week' }),
    'a type without cases': () => listCases(world.as(reviewer), { qualificationType: 6 }),
    closed: () => listCases(world.as(reviewer), { stage: 'closed' }),
    'a point with one case': () => listCases(world.as(clerk), { stage: 'awaiting-confirmation' }),
    'cases below': () => listCasesBelow(world.as(above), { agencyCode: HOME, due: 'overdue' }),
    'my work': () => getWork(world.as(reviewer)),
    'document number': () => findCase(world.as(reviewer), { text: makeSyntheticNumber(1) }),
    报名号: () => findCase(world.as(reviewer), { text: known.registrationNumber }),
    name: () => findCase(world.as(reviewer), { text: known.name }),
    'vetting, crime': () => listPendingVetting(world.as(vetter), { kind: 'crime' }),
    'vetting, offence': () => listPendingVetting(world.as(vetter), { kind: 'offence' }),
    'vetting, batches': () => listVettingBatches(world.as(vetter)),
  }
  const touched = new Map<string, { scans: number; rows: number }>()
  for (const [name, work] of Object.entries(asked)) touched.set(name, await touchedBy(work))
  const heavy = [...touched].filter(([, { scans, rows }]) => scans > 0 || rows > FEW)
  expect(heavy).toEqual([])
  expect(touched.get('queue')?.rows).toBeGreaterThan(50)
})
