import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AuditFilter } from '@xingtan/contract/office/audit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportAudit } from '../../src/modules/audit/export-audit.ts'
import { getAuditChain } from '../../src/modules/audit/get-chain.ts'
import { getAuditEvent } from '../../src/modules/audit/get-event.ts'
import { createAuditJobs } from '../../src/modules/audit/jobs.ts'
import { searchAudit } from '../../src/modules/audit/search-audit.ts'
import type { OfficerActor } from '../../src/platform/actor.ts'
import { appendAudit } from '../../src/platform/audit.ts'
import { readSheet } from '../../src/platform/sheet.ts'
import { sql } from '../../src/platform/sql.ts'
import { FOREIGN, HOME, type World, startWorld } from '../world.ts'
import { codesOf } from '../refusal-codes.ts'

let world: World
let auditor: OfficerActor
let centre: OfficerActor
let clerk: OfficerActor
let foreign: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  auditor = await world.officer({ roles: ['audit'], agencyCode: '33009' })
  centre = await world.officer({ roles: ['audit'], agencyCode: '00000' })
  clerk = await world.officer({ roles: ['publicity'] })
  // Another province: none of the auditor's business.
  const [other] = await world.rows(`select code from agencies where level = 'county' and code like '34%' limit 1`)
  foreign = await world.officer({ roles: ['publicity'], agencyCode: String(other?.['code']) })
})
afterAll(() => world.stop())

const act = (officer: OfficerActor, id: string, detail = {}, event = 'test.act') =>
  world.as(officer, event).command(async (tx) => {
    tx.concerns('test', id, detail)
    return Promise.resolve({ done: true })
  })
const search = (officer: OfficerActor, filter: AuditFilter & { after?: string } = {}) =>
  searchAudit(world.as(officer, 'audit.search'), filter)
const objectsOf = async (officer: OfficerActor, filter: AuditFilter = {}) =>
  (await search(officer, filter)).rows.map(({ objectId }) => objectId)

describe('the auditor’s page (ADM-5)', () => {
  test('shows what the own tree did, and nothing of another one; the centre sees all', async () => {
    await act(clerk, 'home-object')
    await act(foreign, 'foreign-object')
    expect(await objectsOf(auditor)).toContain('home-object')
    expect(await objectsOf(auditor)).not.toContain('foreign-object')
    expect(await objectsOf(centre)).toEqual(expect.arrayContaining(['home-object', 'foreign-object']))
    expect(await objectsOf(auditor, { agencyCode: foreign.agencyCode })).toEqual([])
    const [hidden] = (await search(centre, { object: 'foreign-object' })).rows
    expect(await codesOf(getAuditEvent(world.as(auditor), { eventId: hidden?.eventId ?? '' }))).toEqual([
      'request.not-found',
    ])
  })

  test('is asked by time, actor, agency, event, object and outcome', async () => {
    const id = randomUUID()
    await act(clerk, id, { code: 'some.code' }, 'test.special')
    const username = `user-${clerk.userId}`
    for (const filter of [
      { actor: username },
      { agencyCode: HOME },
      { event: 'test.special' },
      { event: 'test' },
      { object: id },
      { outcome: 'done' as const },
      { from: '2026-10-12T01:59:00.000Z', to: '2026-10-12T02:30:00.000Z' },
    ]) {
      expect(await objectsOf(auditor, filter), JSON.stringify(filter)).toContain(id)
    }
    for (const filter of [
      { actor: 'nobody-of-this-name' },
      { agencyCode: FOREIGN },
      { event: 'test.spec' },
      { object: randomUUID() },
      { outcome: 'denied' as const },
      { from: '2026-10-11T00:00:00.000Z', to: '2026-10-12T00:00:00.000Z' },
    ]) {
      expect(await objectsOf(auditor, filter), JSON.stringify(filter)).not.toContain(id)
    }
    expect(
      await codesOf(search(auditor, { from: '2026-10-12T00:00:00.000Z', to: '2026-10-11T00:00:00.000Z' })),
    ).toEqual(['audit.range-order'])
  })

  test('pages by arrival without a gap or a twin while new events come', async () => {
    const event = 'paging.act'
    for (let index = 0; index < 120; index += 1) await act(clerk, `page-${index}`, {}, event)
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await search(auditor, { event, ...(after === undefined ? {} : { after }) })
      seen.push(...page.rows.map(({ objectId }) => objectId))
      after = page.after ?? undefined
      await act(clerk, 'late', {}, event)
    } while (after !== undefined)
    expect(seen).toEqual(Array.from({ length: 120 }, (_, index) => `page-${119 - index}`))
  })

  test('S-145: the auditor’s own search, look and export are events with what was asked', async () => {
    await act(clerk, 'watched')
    const [found] = (await search(auditor, { object: 'watched' })).rows
    await getAuditEvent(world.as(auditor, 'audit.get'), { eventId: found?.eventId ?? '' })
    const sheet = await exportAudit(world.as(auditor, 'audit.export'), { object: 'watched' })
    const reading = readSheet(sheet.bytes)
    expect(JSON.stringify(reading)).toContain('watched')
    const own = await world.rows(
      `select event, outcome, detail ->> 'object' as asked, detail ->> 'found' as found from audit_events
       where actor_id = $1 and event like 'audit.%' order by number desc limit 3`,
      [auditor.userId],
    )
    expect(own).toEqual([
      { event: 'audit.export', outcome: 'read', asked: 'watched', found: '1' },
      { event: 'audit.get', outcome: 'read', asked: null, found: null },
      { event: 'audit.search', outcome: 'read', asked: 'watched', found: '1' },
    ])
  })

  test('S-145: nobody but an auditor is answered by the database, whatever face or role asks', async () => {
    await act(clerk, 'secret-object')
    const asks = [
      sql`select 1 as n from audit_search('{"from":"2026-01-01","to":"2027-01-01"}'::jsonb, 10)`,
      sql`select 1 as n from audit_chain_state()`,
      sql`select 1 as n from audit_actor_name(${clerk.userId}) where audit_actor_name(${clerk.userId}) is not null`,
    ]
    const { z } = await import('zod')
    for (const officer of [clerk, { ...clerk, agencyCode: '00000' }, { ...auditor, agencyCode: '00000' }]) {
      for (const ask of asks) {
        const rows = await world.services.office.db.transaction(
          { officerId: officer.userId, agencyCode: officer.agencyCode },
          (tx) => tx.list(z.object({ n: z.number() }), ask),
        )
        expect(rows, ask.text).toEqual([])
      }
    }
    const direct = world.services.office.db.transaction({ officerId: auditor.userId, agencyCode: '33009' }, (tx) =>
      tx.run(sql`select 1 from audit_events`),
    )
    await expect(direct).rejects.toThrow('permission denied')
    const publicly = world.services.public.db.transaction({}, (tx) =>
      tx.run(sql`select 1 from audit_search('{}'::jsonb, 1)`),
    )
    await expect(publicly).rejects.toThrow('permission denied')
  })
})

describe('what an event says (S-143)', () => {
  test('who with person, roles, agency and key; where; and the row before and after', async () => {
    const id = randomUUID()
    await world.rows(
      `insert into consultations (id, number, query_hash, kind, topic, agency_code, title, body_sealed, contact, name_sealed,
         phone_sealed, phone_index, submitted_at, due_on, due_provisional)
       values ($1, 'Z000000000001', '\\x00', 'consultation', 'other', $2, '标题', '\\x00', 'phone', '\\x00', '\\x00', '\\x00', app_now(), '2026-10-19', false)`,
      [id, HOME],
    )
    const hashOf = async () => {
      const [row] = await world.rows(
        `select encode(sha256(convert_to(c::text, 'UTF8')), 'hex') as hash from consultations c where id = $1`,
        [id],
      )
      return row?.['hash']
    }
    const before = await hashOf()
    await world.as(clerk, 'test.change').command(async (tx) => {
      await tx.run(sql`update consultations set due_on = '2026-10-20' where id = ${id}`)
      await tx.run(sql`update consultations set due_on = '2026-10-21' where id = ${id}`)
      tx.concerns('consultation', id, { reason: 'some-code' })
      return { done: true }
    })
    const [found] = (await search(auditor, { object: id })).rows
    const full = await getAuditEvent(world.as(auditor), { eventId: found?.eventId ?? '' })
    expect(full).toMatchObject({
      actorId: clerk.userId,
      actorPersonId: clerk.personId,
      actorRoles: ['publicity'],
      keySerial: clerk.keySerial,
      addressHash: '00'.repeat(32),
      deviceHash: '07'.repeat(32),
      reason: 'some-code',
      beforeHash: before,
      afterHash: await hashOf(),
      isContentWhole: true,
      isChained: true,
      isGenuine: true,
    })
    expect(full.beforeHash).not.toBe(full.afterHash)
  })

  test('a look changes nothing and carries no hashes; words of people are no reason code', async () => {
    const id = randomUUID()
    await world.as(clerk, 'test.look').write(async (tx) => {
      tx.concerns('consultation', id, { reason: '某人的原话' }, 'read')
      return Promise.resolve()
    })
    const [row] = await world.rows(`select reason, before_hash, after_hash from audit_events where object_id = $1`, [
      id,
    ])
    expect(row).toEqual({ reason: null, before_hash: null, after_hash: null })
  })

  test('the database refuses an officer’s event that does not say who he is', async () => {
    const nameless = { ...clerk, personId: null }
    const write = world.services.office.db.transaction({}, (tx) =>
      appendAudit(tx, world.services.office.crypto, {
        event: 'test.nameless',
        outcome: 'done',
        // What no compiler lets through is what the constraint is for.
        actor: nameless as unknown as OfficerActor,
        object: { kind: 'test', id: 'nameless' },
        correlationId: 'test',
        addressHash: null,
      }),
    )
    await expect(write).rejects.toThrow('audit_events__officer')
  })

  test('shows when a row was changed behind our back', async () => {
    await act(clerk, 'tampered')
    const [found] = (await search(auditor, { object: 'tampered' })).rows
    const eventId = found?.eventId ?? ''
    await world.rows(`update audit_events set outcome = 'refused' where id = $1`, [eventId])
    const full = await getAuditEvent(world.as(auditor), { eventId })
    expect(full).toMatchObject({ isContentWhole: false, isGenuine: false, isChained: true })
    await world.rows(`update audit_events set outcome = 'done' where id = $1`, [eventId])
  })
})

describe('S-146: a clock that is set back', () => {
  test('the sequence still grows, the order of the list stays that of arrival, and the jump is flagged once', async () => {
    const id = 'clocked'
    await act(clerk, id)
    await world.moveClock('2026-10-12T09:50:00+08:00')
    await act(clerk, id)
    await act(clerk, id)
    const rows = await world.rows(
      `select seq, number, at, event, detail ->> 'seconds' as seconds from audit_events where object_kind = 'test' and object_id = $1 order by number`,
      [id],
    )
    expect(rows.map((row) => row['event'])).toEqual(['test.act', 'test.act', 'audit.time-regressed', 'test.act'])
    const seqs = rows.map((row) => Number(row['seq']))
    expect(seqs).toEqual(seqs.toSorted((left, right) => left - right))
    expect(new Set(seqs).size).toBe(4)
    const seconds = Number(rows[2]?.['seconds'])
    expect(seconds).toBeGreaterThan(590)
    expect(seconds).toBeLessThan(700)
    await world.moveClock('2026-10-12T10:00:00+08:00')
  })

  test('seconds between transactions that overlap are no jump', async () => {
    const id = 'overlapping'
    await world.moveClock('2026-10-12T10:00:00+08:00')
    await act(clerk, id)
    await world.moveClock('2026-10-12T09:59:00+08:00')
    await act(clerk, id)
    const rows = await world.rows(`select event from audit_events where object_id = $1 order by number`, [id])
    expect(rows.map((row) => row['event'])).toEqual(['test.act', 'test.act'])
    await world.moveClock('2026-10-12T10:00:00+08:00')
  })
})

test('the chain’s state: size, last checkpoint, and what the last walk over everything found (S-140)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'xingtan-checkpoints-'))
  const jobs = createAuditJobs(world.services.worker, folder)
  const run = (name: string) =>
    jobs[name]?.({ job: { id: 1, name, payload: {}, fence: 1, attempts: 1 }, holdLease: async () => undefined })
  await act(clerk, 'before-the-walk')
  await run('audit.checkpoint')
  await run('audit.verify')
  const whole = await getAuditChain(world.as(auditor))
  expect(whole.size).toBeGreaterThan(100)
  expect(whole.checkpoint?.root).toMatch(/^[0-9a-f]{64}$/)
  expect(whole.verification).toMatchObject({ checkpoints: 1, faults: [] })
  const [row] = await world.rows(
    `update audit_events set event = 'forged' where object_id = 'before-the-walk' returning lane, seq`,
  )
  await run('audit.verify')
  const broken = await getAuditChain(world.as(auditor))
  expect(broken.verification?.faults).toEqual([{ lane: row?.['lane'], seq: Number(row?.['seq']), what: 'content' }])
  await world.rows(`update audit_events set event = 'test.act' where object_id = 'before-the-walk'`)
  rmSync(folder, { recursive: true, force: true })
})
