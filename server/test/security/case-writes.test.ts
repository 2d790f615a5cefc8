import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { OfficerActor } from '../../src/platform/actor.ts'
import type { Tx } from '../../src/platform/db.ts'
import { type Sql, sql } from '../../src/platform/sql.ts'
import { type ArrangedCase, arrangeCase } from '../arrange-case.ts'
import { FOREIGN, HOME, type World, startWorld } from '../world.ts'

let world: World
let home: OfficerActor
let foreign: OfficerActor
let item: ArrangedCase

beforeAll(async () => {
  world = await startWorld()
  home = await world.officer({ roles: ['review', 'approve'] })
  foreign = await world.officer({ roles: ['review', 'approve'], agencyCode: FOREIGN })
  item = await arrangeCase(world, { step: 'reviewed' })
})
afterAll(() => world.stop())

const as = <T>({ userId, agencyCode }: OfficerActor, work: (tx: Tx) => Promise<T>) =>
  world.services.office.db.transaction({ officerId: userId, agencyCode }, work)

const Seen = z.object({ count: z.int() })
const countCases = (officer: OfficerActor) =>
  as(officer, (tx) => tx.get(Seen, sql`select count(*)::int as count from applications where id = ${item.id}`))

const move = (officer: OfficerActor, from: string, to: string): Sql => sql`
  insert into case_moves (id, application_id, from_agency, to_agency, reason, proposed_by, proposed_at, state)
  values (${randomUUID()}, ${item.id}, ${from}, ${to}, '不在本机构权限内', ${officer.userId}, app_now(), 'proposed')`

describe('a case is written where it is (found by the oracle of row-oracle.test.ts)', () => {
  test('S-048: an office that does not have a case cannot offer it, and so open it to anybody', async () => {
    const theft = as(foreign, (tx) => tx.run(move(foreign, FOREIGN, '33009')))
    await expect(theft).rejects.toMatchObject({ code: '42501' })
  })

  test('S-050: an office that a case is offered to reads it and writes nothing in it', async () => {
    expect((await countCases(foreign)).count).toBe(0)
    await as(home, (tx) => tx.run(move(home, HOME, FOREIGN)))
    expect((await countCases(foreign)).count).toBe(1)
    const { userId, personId } = foreign
    const writes: Readonly<Record<string, Sql>> = {
      event: sql`insert into application_events (application_id, seq, kind, at, actor_kind, actor_id, agency_code, status, data)
        values (${item.id}, 90, 'reviewed', app_now(), 'officer', ${userId}, ${FOREIGN}, '待认定审批', '{}')`,
      review: sql`insert into reviews (id, application_id, case_version, opinion, reasons, reviewed_by, reviewer_person_id, reviewed_at)
        values (${randomUUID()}, ${item.id}, 90, 'pass', '[]', ${userId}, ${personId}, app_now())`,
      hold: sql`insert into case_holds (id, application_id, reason, stops_clock, note, held_by, held_at, held_on)
        values (${randomUUID()}, ${item.id}, 'other', false, '核实', ${userId}, app_now(), '2026-10-12')`,
      evidence: sql`update evidence_uses set state = 'released' where application_id = ${item.id}`,
    }
    for (const [name, write] of Object.entries(writes)) {
      await expect(
        as(foreign, (tx) => tx.run(write)),
        name,
      ).rejects.toMatchObject({ code: '42501' })
    }
    // The same by the office that has it.
    expect(
      await as(home, (tx) => tx.run(sql`update evidence_uses set state = state where application_id = ${item.id}`)),
    ).toBe(2)
  })
})

describe('who stands in for another (found by the oracle of row-oracle.test.ts)', () => {
  test('S-043: reads no report once the one stood in for has no such role or may not work any more', async () => {
    const giver = await world.officer({ roles: ['restrict'] })
    const taker = await world.officer({ roles: ['publicity'] })
    await world.rows(
      `insert into staff_delegations (id, agency_code, from_user_id, to_user_id, roles, starts_at, ends_at, reason)
       values ($1, $2, $3, $4, '{restrict}', app_now() - interval '1 hour', app_now() + interval '1 hour', '出差')`,
      [randomUUID(), HOME, giver.userId, taker.userId],
    )
    const kinds = async () => {
      const ask = sql`select app_consultation_kinds() as kinds`
      return (await as(taker, (tx) => tx.get(z.object({ kinds: z.array(z.string()) }), ask))).kinds.toSorted()
    }
    expect(await kinds()).toEqual(['complaint', 'consultation', 'fraud'])
    await world.rows(`update staff_users set roles = '{statistics}' where id = $1`, [giver.userId])
    expect(await kinds()).toEqual(['complaint', 'consultation'])
    await world.rows(
      `update staff_users set roles = '{restrict}', enabled = false, disabled_at = app_now(), disabled_because = 'left' where id = $1`,
      [giver.userId],
    )
    expect(await kinds()).toEqual(['complaint', 'consultation'])
  })
})
