import { afterAll, beforeAll, expect, test } from 'vitest'
import { arrangeCase, arrangeHit } from '../../../test/arrange-case.ts'
import { FOREIGN, type World, startWorld } from '../../../test/world.ts'
import { listPending } from './sql.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

/** What the newest requests of the cases that wait for a conclusion say, asked of every case. */
const LIVE = `select a.id as application_id, k.kind, a.agency_code, a.due_on, r.state, r.answered_at, r.valid_until
  from applications a cross join (values ('crime'), ('offence')) k (kind)
  left join lateral (select * from vetting_requests v where v.application_id = a.id and v.kind = k.kind
    order by v.requested_at desc, v.id limit 1) r on true
  where a.stage not in ('awaiting-confirmation', 'closed')`
const KEPT = `select application_id, kind, agency_code, due_on, state, answered_at, valid_until from vetting_standings`

async function expectSame(): Promise<void> {
  expect(await world.rows(`(${LIVE}) except (${KEPT}) union all ((${KEPT}) except (${LIVE}))`)).toEqual([])
}

async function pendingOf(kind: 'crime' | 'offence', freshSince: Date): Promise<Record<string, string>> {
  const vet = await world.officer({ roles: ['vet'] })
  const scope = { officerId: vet.userId, agencyCode: vet.agencyCode }
  const rows = await world.services.office.db.transaction(scope, (tx) => listPending(tx, kind, freshSince), 'read')
  return Object.fromEntries(rows.map(({ id, why }) => [id, why]))
}

test('the standing of every check follows its requests and its case, wherever the case goes', async () => {
  for (const step of ['submitted', 'withdrawn', 'confirmation-refused', 'confirmed', 'vetted', 'reviewed'] as const)
    await arrangeCase(world, { step })
  await arrangeCase(world, { step: 'recognised' })
  await arrangeHit(world)
  await expectSame()
  expect(Number((await world.rows('select count(*) from vetting_standings'))[0]?.['count'])).toBe(8)

  const moved = await arrangeCase(world, { step: 'vetted' })
  const returned = await arrangeCase(world, { step: 'vetted' })
  const asked = await arrangeCase(world, { step: 'vetted' })
  await world.rows(
    `update applications set agency_code = $1, point_id = (select id from points where agency_code = $1 limit 1), due_on = due_on + 3
     where id = $2`,
    [FOREIGN, moved.id],
  )
  await world.rows(
    `update applications set confirmation = null, confirmed_at = null, due_on = null, crime_cleared = false, offence_cleared = false
     where id = $1`,
    [returned.id],
  )
  await world.rows(
    `insert into vetting_requests (id, batch_id, application_id, kind, state, requested_at)
     select gen_random_uuid(), batch_id, application_id, kind, 'requested', app_now() + interval '1 hour' from vetting_requests
     where application_id = $1 and kind = 'crime'`,
    [asked.id],
  )
  await expectSame()
})

test('the work list names what is missing, without result and too old, and nothing that is asked or found', async () => {
  const before = new Date('2000-01-01')
  const known = new Set(Object.keys(await pendingOf('crime', before)))
  const missing = await arrangeCase(world, { step: 'confirmed' })
  const [failed, old, fresh] = [
    await arrangeCase(world, { step: 'vetted' }),
    await arrangeCase(world, { step: 'vetted' }),
    await arrangeCase(world, { step: 'reviewed' }),
  ]
  const hit = await arrangeHit(world)
  const change = `update vetting_requests set state = $2, answered_at = $3 where application_id = $1 and kind = 'crime'`
  await world.rows(change, [failed.id, 'error', '2026-10-01'])
  await world.rows(change, [old.id, 'clear', '2026-01-01'])
  const pending = await pendingOf('crime', new Date('2026-09-01'))
  for (const id of known) delete pending[id]
  expect(pending).toEqual({ [missing.id]: 'missing', [failed.id]: 'error', [old.id]: 'stale' })
  expect(pending[fresh.id] ?? pending[hit.id]).toBeUndefined()
  await world.rows(change, [old.id, 'clear', '2026-10-01'])
  expect(Object.keys(await pendingOf('crime', new Date('2026-09-01')))).not.toContain(old.id)
})
