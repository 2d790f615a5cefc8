import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRetentionJobs } from '../../src/modules/retention/jobs.ts'
import { LIFETIMES } from '../../src/modules/retention/lifetimes.ts'
import { arrangeCase } from '../arrange-case.ts'
import { type World, startWorld } from '../world.ts'

const NOON = '2026-10-12T12:00:00+08:00'
const PAGE = new URL('../../../docs/operations/retention.md', import.meta.url)

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

async function sweep(): Promise<void> {
  const job = { id: 7, name: 'retention.sweep', payload: {}, fence: 1, attempts: 1 }
  const handler = createRetentionJobs(world.services.worker)['retention.sweep']
  await handler?.({ job, holdLease: async () => undefined })
}

const ask = (at: string) =>
  world.rows(`insert into certificate_queries (id, at, phone_index, found) values ($1, $2, '\\x01', true)`, [
    randomUUID(),
    at,
  ])

const layCode = (expiresAt: string) =>
  world.rows(
    `insert into phone_codes (id, purpose, phone_index, device_hash, code_hash, expires_at)
     values ($1, 'register', '\\x01', '\\x02', '\\x03', $2)`,
    [randomUUID(), expiresAt],
  )

const countOf = async (table: string) =>
  Number((await world.rows(`select count(*)::int as count from ${table}`))[0]?.['count'])

describe('S-129: nothing is kept longer than its time', () => {
  test('each table goes at its instant, not a moment before; cases stay, and one event says how much went', async () => {
    const item = await arrangeCase(world, { step: 'recognised' })
    await ask('2026-04-11T12:00:00+08:00')
    await ask('2026-04-11T12:01:00+08:00')
    await layCode('2026-10-11T12:00:00+08:00')
    await layCode('2026-10-11T12:01:00+08:00')
    await world.moveClock(NOON)
    await sweep()
    expect(await countOf('certificate_queries')).toBe(1)
    expect(await countOf('phone_codes')).toBe(1)
    const events = () => world.rows(`select detail from audit_events where event = 'retention.sweep'`)
    expect(await events()).toEqual([{ detail: { certificate_queries: 1, phone_codes: 1 } }])
    expect(await world.rows('select id from applications where id = $1', [item.id])).toHaveLength(1)

    await world.moveClock('2027-10-12T12:00:00+08:00')
    await sweep()
    for (const { table } of LIFETIMES) expect([table.text, await countOf(table.text)]).toEqual([table.text, 0])
    expect(await world.rows('select id from applications where id = $1', [item.id])).toHaveLength(1)
    const said = (await events()).length
    await sweep()
    expect(await events()).toHaveLength(said)
  })

  test('the page for operators names every table with its time', () => {
    const page = readFileSync(PAGE, 'utf8')
    const rows = [...page.matchAll(/^\| `(\w+)`\s+\| [^|]+\| (\d+) (hour|day)s?\s+\|/gm)]
    const said = rows.map(([, name, count, unit]) => ({ name, hours: Number(count) * (unit === 'day' ? 24 : 1) }))
    expect(said).toEqual(LIFETIMES.map(({ table, hours }) => ({ name: table.text, hours })))
  })
})
