import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ArrangedCase, arrangeCase } from '../../../test/arrange-case.ts'
import { type World, startWorld } from '../../../test/world.ts'
import { checkRestriction } from './check-restriction.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

async function lay(personIndex: Buffer, state: string, days: { from: string; to: string | null }) {
  await world.rows(
    `insert into restrictions (id, person_index, name, kind, starts_on, ends_on, state, decision_number, decided_by)
     values (gen_random_uuid(), $1, '赵杏坛', 'exam-cheat', $2, $3, $4, '演示1号', '演示机关')`,
    [personIndex, days.from, days.to, state],
  )
}

const check = ({ accountId, personIndex }: ArrangedCase) =>
  world.services.public.db.transaction({ personId: accountId }, (tx) =>
    checkRestriction(tx, { accountId, personIndex, applicationId: null, moment: 'start' }),
  )

test('leaves a row of each look, clear or not (APP-12)', async () => {
  const item = await arrangeCase(world, { step: 'submitted' })
  const clear = await check(item)
  expect(clear.outcome).toBe('clear')
  await lay(item.personIndex, 'effective', { from: '2026-01-01', to: null })
  const barred = await check(item)
  expect(barred).toMatchObject({ outcome: 'barred', kind: 'exam-cheat', endsOn: null })
  const rows = await world.rows(
    `select id, outcome, restriction_id is not null as known, moment from restriction_checks where account_id = $1 order by outcome`,
    [item.accountId],
  )
  expect(rows).toEqual([
    { id: barred.checkId, outcome: 'barred', known: true, moment: 'start' },
    { id: clear.checkId, outcome: 'clear', known: false, moment: 'start' },
  ])
})

test.each([
  ['bars on its last day', 'effective', { from: '2026-01-01', to: '2026-10-12' }, 'barred'],
  ['no longer bars on the day after', 'effective', { from: '2026-01-01', to: '2026-10-11' }, 'clear'],
  ['does not bar before its first day', 'effective', { from: '2026-10-13', to: null }, 'clear'],
  ['holds while it is pending', 'pending', { from: '2026-01-01', to: null }, 'held'],
  ['says nothing once it is void', 'void', { from: '2026-01-01', to: null }, 'clear'],
])('an entry %s', async (_words, state, days, outcome) => {
  const item = await arrangeCase(world, { step: 'submitted' })
  await lay(item.personIndex, state, days)
  expect((await check(item)).outcome).toBe(outcome)
})

test('an effective entry counts before a pending one', async () => {
  const item = await arrangeCase(world, { step: 'submitted' })
  await lay(item.personIndex, 'pending', { from: '2026-01-01', to: null })
  await lay(item.personIndex, 'effective', { from: '2026-01-01', to: '2027-01-01' })
  expect(await check(item)).toMatchObject({ outcome: 'barred', endsOn: '2027-01-01' })
})

test('no face reads the entries themselves', async () => {
  for (const face of ['public', 'office'] as const) {
    const { db } = world.services[face]
    const look = db.transaction({ agencyCode: '33075' }, (tx) =>
      tx.run({ text: 'select id from restrictions', values: [] }),
    )
    await expect(look, face).rejects.toThrow('permission denied')
  }
})
