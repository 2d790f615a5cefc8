import { randomUUID } from 'node:crypto'
import { readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checkpointKey } from '../../src/modules/audit/checkpoint-key.ts'
import { makeCheckpoint } from '../../src/modules/audit/make-checkpoint.ts'
import { verifyAudit } from '../../src/modules/audit/verify-audit.ts'
import { appendAudit } from '../../src/platform/audit.ts'
import { PublishedCheckpoint, signedText } from '../../src/platform/audit-checkpoint.ts'
import { type RequestFacts, createContext } from '../../src/platform/context.ts'
import { sm2KeyPairOf, sm2Sign } from '../../src/platform/crypto-sm2.ts'
import { sql } from '../../src/platform/sql.ts'
import { type TestProduct, startTestProduct } from '../product.ts'

let product: TestProduct

beforeAll(async () => {
  product = await startTestProduct({ withWorker: false })
})
afterAll(() => product.stop())

const SYSTEM = { kind: 'system' } as const

/** Appends events about one object: all of them stand in one lane. */
async function append(count: number, id = 'one-object'): Promise<void> {
  const { db, crypto } = product.services.worker
  for (let index = 0; index < count; index += 1) {
    await db.transaction({}, (tx) =>
      appendAudit(tx, crypto, {
        event: 'test.happened',
        outcome: 'done',
        actor: SYSTEM,
        object: { kind: 'test', id, detail: { index } },
        correlationId: randomUUID(),
        addressHash: Buffer.alloc(32, index),
      }),
    )
  }
}

const folder = () => join(product.folder, 'checkpoints')

async function publish(): Promise<void> {
  const key = checkpointKey(product.services.worker.crypto)
  await makeCheckpoint(product.services.worker, {
    folder: folder(),
    sign: (text) => sm2Sign(text, key).toString('hex'),
  })
}

function readCheckpoints(): PublishedCheckpoint[] {
  return readdirSync(folder()).map((name) =>
    PublishedCheckpoint.parse(JSON.parse(readFileSync(join(folder(), name), 'utf8'))),
  )
}

function verify(checkpoints = readCheckpoints()) {
  const { publicKey } = checkpointKey(product.services.worker.crypto)
  return verifyAudit(product.services.worker, { checkpoints, publicKey })
}

/** Recomputes the chain of a lane from `seq` on, as somebody with the whole database but no key would. */
async function rewriteChain(lane: number, from: number): Promise<void> {
  await product.admin.query(
    `do $$
     declare line audit_events; before bytea; begin
       select hash into before from audit_events where lane = ${lane} and seq = ${from} - 1;
       for line in select * from audit_events where lane = ${lane} and seq >= ${from} order by seq loop
         before := coalesce(before, '\\x');
         update audit_events set previous = before, digest = audit_digest(line), hash = sha256(before || audit_digest(line))
           where lane = line.lane and seq = line.seq returning hash into before;
       end loop;
       update audit_lanes set last_seq = (select max(seq) from audit_events where lane = ${lane}), head = before where lane = ${lane};
     end $$`,
  )
}

describe('S-140: somebody who holds the whole database cannot change history unseen', () => {
  let lane = 0

  beforeEach(async () => {
    await product.admin.query(`truncate audit_events, audit_checkpoints`)
    await product.admin.query(`update audit_lanes set last_seq = 0, head = '\\x'`)
    rmSync(folder(), { recursive: true, force: true })
    await append(8)
    await publish()
    const { rows } = await product.admin.query<{ lane: number }>(`select lane from audit_lanes where last_seq > 0`)
    lane = rows[0]?.lane ?? -1
  })

  test('finds nothing wrong while nobody changed anything', async () => {
    expect(await verify()).toEqual([])
    expect(lane).toBeGreaterThanOrEqual(0)
  })

  const CHANGES: readonly (readonly [string, string])[] = [
    ['event', `event = 'test.other'`],
    ['outcome', `outcome = 'refused'`],
    ['actor_kind', `actor_kind = 'nobody'`],
    ['actor_id', `actor_id = gen_random_uuid()`],
    ['agency_code', `agency_code = '33075'`],
    ['key_serial', `key_serial = '5A'`],
    ['object_kind', `object_kind = 'other'`],
    ['object_id', `object_id = 'other'`],
    ['address_hash', `address_hash = '\\x00'`],
    ['correlation_id', `correlation_id = 'other'`],
    ['actor_person_id', `actor_person_id = gen_random_uuid()`],
    ['actor_roles', `actor_roles = '{audit}'`],
    ['device_hash', `device_hash = '\\x00'`],
    ['reason', `reason = 'other'`],
    ['before_hash', `before_hash = '\\x00'`],
    ['after_hash', `after_hash = '\\x00'`],
    ['detail', `detail = '{"index":99}'`],
    ['at', `at = at + interval '1 microsecond'`],
    ['mac', `mac = '\\x00'`],
  ]
  test.each(CHANGES)('names the row whose %s was changed', async (_field, change) => {
    await product.admin.query(`update audit_events set ${change} where lane = $1 and seq = 4`, [lane])
    expect(await verify()).toEqual([{ lane, seq: 4, what: 'content' }])
  })

  test.each(CHANGES.filter(([field]) => field !== 'at' && field !== 'mac'))(
    'names the row whose %s was changed even when the whole chain was computed again',
    async (_field, change) => {
      await product.admin.query(`update audit_events set ${change} where lane = $1 and seq = 4`, [lane])
      await rewriteChain(lane, 4)
      expect(await verify([])).toEqual([{ lane, seq: 4, what: 'mac' }])
    },
  )

  test('names the row after a deleted one', async () => {
    await product.admin.query(`delete from audit_events where lane = $1 and seq = 4`, [lane])
    expect(await verify()).toEqual([{ lane, seq: 5, what: 'gap' }])
  })

  test('names the last row when the tail was cut, by the lane’s head and by the checkpoint', async () => {
    await product.admin.query(`delete from audit_events where lane = $1 and seq > 6`, [lane])
    expect(await verify([])).toEqual([{ lane, seq: 8, what: 'head' }])
    await rewriteChain(lane, 6)
    expect(await verify([])).toEqual([])
    expect(await verify()).toEqual([{ lane, seq: 8, what: 'checkpoint' }])
  })

  test('names the first of two rows that changed places', async () => {
    await product.admin.query(`update audit_events set seq = 100 where lane = $1 and seq = 3`, [lane])
    await product.admin.query(`update audit_events set seq = 3 where lane = $1 and seq = 5`, [lane])
    await product.admin.query(`update audit_events set seq = 5 where lane = $1 and seq = 100`, [lane])
    expect(await verify()).toEqual([{ lane, seq: 3, what: 'chain' }])
  })

  test('names a forged row that was put at the end with a chain that fits', async () => {
    await product.admin.query(
      `insert into audit_events select lane, 9, gen_random_uuid(), at, event, outcome, actor_kind, actor_id, agency_code,
         key_serial, object_kind, object_id, address_hash, correlation_id, detail, mac, hash, hash
       from audit_events where lane = $1 and seq = 8`,
      [lane],
    )
    await rewriteChain(lane, 9)
    expect(await verify()).toEqual([{ lane, seq: 9, what: 'mac' }])
  })

  test('names the published row when a whole tail was written anew with rows of the right key', async () => {
    await product.admin.query(`delete from audit_events where lane = $1 and seq > 5`, [lane])
    await rewriteChain(lane, 5)
    await append(3)
    expect(await verify([])).toEqual([])
    expect(await verify()).toEqual([{ lane, seq: 8, what: 'checkpoint' }])
  })

  test('does not believe a checkpoint that was changed or signed by another key', async () => {
    const [checkpoint] = readCheckpoints()
    if (checkpoint === undefined) throw new Error('nothing was published')
    const forged = [{ lane: -1, seq: -1, what: 'checkpoint' }]
    expect(await verify([{ ...checkpoint, size: 7 }])).toEqual(forged)
    expect(await verify([{ ...checkpoint, heads: checkpoint.heads.slice(1) }])).toEqual(forged)
    const { signature: _signature, ...text } = checkpoint
    const other = sm2Sign(signedText(text), sm2KeyPairOf(Buffer.alloc(32, 7)))
    expect(await verify([{ ...text, signature: other.toString('hex') }])).toEqual(forged)
  })
})

describe('S-139: no role of the application takes history back', () => {
  const STATEMENTS = [
    `update audit_events set event = 'x'`,
    `delete from audit_events`,
    `truncate audit_events`,
    `alter table audit_events disable trigger all`,
    `alter table audit_events drop column mac`,
    `drop table audit_events`,
    `insert into audit_events select * from audit_events limit 0`,
    `update audit_lanes set head = '\\x'`,
    `delete from audit_lanes`,
    `update audit_checkpoints set root = '\\x'`,
    `delete from audit_checkpoints`,
    `update application_events set kind = 'withdrawn'`,
    `delete from application_events`,
    `truncate application_events`,
    `alter table application_events disable trigger all`,
    `set session_replication_role = replica`,
  ]
  test.each(['public_face', 'office_face', 'partner_face', 'worker', 'reporter', 'auditor'] as const)(
    '%s is denied every one of the ways',
    async (role) => {
      const client = new Client({ connectionString: product.database.urls[role] })
      await client.connect()
      const allowed: string[] = []
      for (const statement of STATEMENTS) {
        const refusal = await client.query(statement).then(
          () => 'allowed',
          (error: unknown) => (error instanceof Error ? error.message : ''),
        )
        if (!/permission denied|must be owner/.test(refusal)) allowed.push(`${statement}: ${refusal}`)
      }
      await client.end()
      expect(allowed).toEqual([])
    },
  )
})

function facts(endpointName: string, key: string = randomUUID()): RequestFacts {
  return {
    endpointName,
    correlationId: randomUUID(),
    addressHash: Buffer.alloc(32, 1),
    address: '127.0.0.1',
    deviceHash: Buffer.alloc(32, 2),
    device: '测试',
    idempotencyKey: key,
    inputText: '{}',
  }
}

describe('a command and its event', () => {
  test('S-142: when one object’s event cannot be written, that command fails whole and the others go on', async () => {
    await product.admin.query(`create function break_one() returns trigger language plpgsql as $$ begin
      if new.object_id = 'broken' then raise exception 'disk of the audit is gone'; end if; return new; end $$`)
    await product.admin.query(
      `create trigger break_one before insert on audit_events for each row execute function break_one()`,
    )
    const run = (id: string) =>
      createContext(product.services.public, SYSTEM, facts('test.command')).command(async (tx) => {
        await tx.run(sql`insert into jobs (name, payload, run_at) values (${`test.${id}`}, '{}'::jsonb, ${tx.now})`)
        tx.concerns('test', id)
        return { done: true }
      })
    await expect(run('broken')).rejects.toThrow('disk of the audit is gone')
    await expect(run('whole')).resolves.toEqual({ done: true })
    await product.admin.query(`drop trigger break_one on audit_events`)
    const { rows } = await product.admin.query<{ name: string }>(`select name from jobs where name like 'test.%'`)
    expect(rows.map((row) => row.name)).toEqual(['test.whole'])
  })

  test('S-138: of a thousand commands with faults in between, each committed one has exactly one event', async () => {
    let seed = 20_261_012
    const random = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed / 2_147_483_648
    }
    const command = async (index: number, fault: number) => {
      const key = `operation-${String(index).padStart(8, '0')}`
      const ctx = createContext(product.services.public, SYSTEM, facts('test.random', key))
      await ctx.command(async (tx) => {
        await tx.run(
          sql`insert into jobs (name, payload, run_at) values (${`random.${index}`}, '{}'::jsonb, ${tx.now})`,
        )
        if (fault < 0.1) throw new Error('a defect of ours')
        if (fault < 0.2) await tx.run(sql`select 1 / 0`)
        tx.concerns('random', String(index))
        if (fault < 0.3) throw new Error('a defect after naming the object')
        return { index }
      })
    }
    const operations = Array.from({ length: 1000 }, (_, index) => ({ index, fault: random() }))
    for (let start = 0; start < operations.length; start += 10) {
      await Promise.allSettled(operations.slice(start, start + 10).map(({ index, fault }) => command(index, fault)))
    }
    const { rows } = await product.admin.query<{ effects: number; events: number; both: number; keys: number }>(`
      select (select count(*)::int from jobs where name like 'random.%') as effects,
        (select count(*)::int from audit_events where object_kind = 'random') as events,
        (select count(distinct object_id)::int from audit_events e join jobs j on j.name = 'random.' || e.object_id
          where e.object_kind = 'random') as both,
        (select count(*)::int from idempotency_keys where key like 'operation-%') as keys`)
    const committed = operations.filter(({ fault }) => fault >= 0.3).length
    expect(rows[0]).toEqual({ effects: committed, events: committed, both: committed, keys: committed })
    expect(committed).toBeGreaterThan(600)
    expect(await verify([])).toEqual([])
  })
})
