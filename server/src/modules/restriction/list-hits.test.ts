import { afterAll, beforeAll, expect, test } from 'vitest'
import { arrangeCase } from '../../../test/arrange-case.ts'
import { HOME, type World, startWorld } from '../../../test/world.ts'
import { type Hit, type HitMark, listHits } from './sql-hit.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

async function layHit(foundAt: string, isClosed: boolean): Promise<void> {
  const item = await arrangeCase(world, { step: 'submitted' })
  await world.rows(
    `with entry as (insert into restrictions (id, person_index, name, kind, starts_on, state, decision_number, decided_by)
       values (gen_random_uuid(), $1, $2, 'lost', '2026-01-01', 'effective', $3::uuid::text, '演示机关') returning id)
     insert into restriction_hits (id, entry_id, agency_code, application_id, found_at, closed_at, closing_note)
     select gen_random_uuid(), id, $4, $3::uuid, $5, case when $6 then app_now() end, case when $6 then '已核对。' end from entry`,
    [item.personIndex, item.name, item.id, HOME, foundAt, isClosed],
  )
}

test('hits come page by page: the open ones first, each part newest first, none twice (RES-6)', async () => {
  const days = ['2026-09-03', '2026-09-01', '2026-09-05', '2026-09-02', '2026-09-04', '2026-09-04']
  for (const [place, day] of days.entries()) await layHit(`${day}T08:00:00Z`, place % 2 === 0)
  const officer = await world.officer({ roles: ['restrict'] })
  const scope = { officerId: officer.userId, agencyCode: officer.agencyCode }
  const seen: string[] = []
  let after: HitMark | null = null
  for (let page = 0; page < 5; page += 1) {
    const mark: HitMark | null = after
    const rows: Hit[] = await world.services.office.db.transaction(scope, (tx) => listHits(tx, mark, 2), 'read')
    const last = rows.at(-1)
    if (last === undefined) break
    seen.push(
      ...rows.map(
        ({ foundAt, closedAt }) => `${closedAt === null ? 'open' : 'closed'} ${foundAt.toISOString().slice(8, 10)}`,
      ),
    )
    after = { isClosed: last.closedAt !== null, foundAt: last.foundAt.toISOString(), id: last.id }
  }
  expect(seen).toEqual(['open 04', 'open 02', 'open 01', 'closed 05', 'closed 04', 'closed 03'])
})
