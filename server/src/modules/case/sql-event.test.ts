import { afterAll, beforeAll, expect, test } from 'vitest'
import { arrangeCase } from '../../../test/arrange-case.ts'
import { type World, startWorld } from '../../../test/world.ts'
import { appendCaseEvents } from './sql-event.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

test('an event that waited for the one before it is not written before it (I-19)', async () => {
  const item = await arrangeCase(world, { step: 'confirmed' })
  await world.rows(
    `insert into application_events (application_id, seq, kind, at, actor_kind, agency_code, status, data)
     select id, 3, 'vetting-recorded', app_now() + interval '1 minute', 'system', agency_code, status, '{}'
     from applications where id = $1`,
    [item.id],
  )
  await world.services.worker.db.transaction({}, (tx) =>
    appendCaseEvents(tx, { kind: 'system', id: null }, [
      { applicationId: item.id, kind: 'vetting-recorded', data: { check: 'offence' } },
    ]),
  )
  const rows = await world.rows(
    'select seq, at = lag(at) over (order by seq) as same from application_events where application_id = $1 order by seq desc limit 1',
    [item.id],
  )
  expect(rows.map(({ same, seq }) => ({ same, seq: Number(seq) }))).toEqual([{ same: true, seq: 4 }])
})
