import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checkpointKey } from '../../src/modules/audit/checkpoint-key.ts'
import { getAuditChain } from '../../src/modules/audit/get-chain.ts'
import { getAuditGrowth } from '../../src/modules/audit/get-growth.ts'
import { getAuditProof } from '../../src/modules/audit/get-proof.ts'
import { createAuditJobs } from '../../src/modules/audit/jobs.ts'
import { listAuditCheckpoints } from '../../src/modules/audit/list-checkpoints.ts'
import { approveCase } from '../../src/modules/decision/approve-case.ts'
import { listAuditRows } from '../../src/modules/audit/sql.ts'
import type { OfficerActor } from '../../src/platform/actor.ts'
import { auditMac } from '../../src/platform/audit.ts'
import { PublishedCheckpoint } from '../../src/platform/audit-checkpoint.ts'
import { GrowthProof, InclusionProof, faultOfGrowth, faultOfInclusion } from '../../src/platform/audit-proof.ts'
import { sm2KeyPairOf } from '../../src/platform/crypto-sm2.ts'
import { arrangeCase } from '../arrange-case.ts'
import { codesOf } from '../refusal-codes.ts'
import { type World, startWorld } from '../world.ts'

const COMMAND = fileURLToPath(new URL('../../../tools/src/verify-proof.ts', import.meta.url))

let world: World
let auditor: OfficerActor
let approver: OfficerActor
let folder: string
let key: string
beforeAll(async () => {
  world = await startWorld()
  auditor = await world.officer({ roles: ['audit'], agencyCode: '33009' })
  approver = await world.officer({ roles: ['approve'] })
  key = checkpointKey(world.services.office.crypto).publicKey
})
afterAll(() => world.stop())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xingtan-checkpoints-'))
  return () => rmSync(folder, { recursive: true, force: true })
})

async function run(name: 'audit.checkpoint' | 'audit.verify'): Promise<void> {
  const job = { id: 1, name, payload: {}, fence: 1, attempts: 1 }
  await createAuditJobs(world.services.worker, folder)[name]?.({ job, holdLease: async () => undefined })
}

/** Signs what the lanes say now; the checkpoint as a witness keeps it. */
async function sign(): Promise<PublishedCheckpoint> {
  await run('audit.checkpoint')
  const last = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .at(-1)
  return PublishedCheckpoint.parse(JSON.parse(readFileSync(join(folder, last ?? ''), 'utf8')))
}

const act = (id: string, detail = {}) =>
  world.as(approver, 'test.act').command(async (tx) => {
    tx.concerns('test', id, detail)
    return Promise.resolve({ done: true })
  })

async function eventOf(objectId: string, event = 'test.act'): Promise<string> {
  const [row] = await world.rows('select id from audit_events where object_id = $1 and event = $2', [objectId, event])
  return String(row?.['id'])
}

async function proofOf(eventId: string): Promise<InclusionProof> {
  const { bytes } = await getAuditProof(world.as(auditor, 'audit.get-proof'), { eventId })
  return InclusionProof.parse(JSON.parse(String(bytes)))
}

async function growth(from: number, to: number): Promise<GrowthProof> {
  const { bytes } = await getAuditGrowth(world.as(auditor, 'audit.get-growth'), { from, to })
  return GrowthProof.parse(JSON.parse(String(bytes)))
}

/** The command an outsider runs, with nothing but files. */
function runCommand(...args: string[]): Promise<{ readonly code: number; readonly said: string }> {
  const { promise, resolve } = Promise.withResolvers<{ code: number; said: string }>()
  const child = execFile(process.execPath, [COMMAND, ...args, '--key', key], (_error, stdout, stderr) =>
    resolve({ code: child.exitCode ?? -1, said: `${stdout}${stderr}` }),
  )
  return promise
}

function keep(name: string, content: object): string {
  const file = join(folder, `${name}.txt`)
  writeFileSync(file, JSON.stringify(content))
  return file
}

describe('S-141: an event is shown to anybody without the database', () => {
  test('a decision under a signed checkpoint, and nothing of the rows around it', async () => {
    const { id, version } = await arrangeCase(world, { step: 'reviewed' })
    await approveCase(world.as(approver, 'decision.approve'), { applicationId: id, version })
    const eventId = await eventOf(id, 'decision.approve')
    expect(await codesOf(proofOf(eventId))).toEqual(['audit.proof-not-yet'])
    for (const word of ['nebenan-eins', 'nebenan-zwei']) {
      await world.as(approver, 'test.act').command(async (tx) => {
        // The same object, so the same chain.
        tx.concerns('application', id, { word })
        return Promise.resolve({ done: true })
      })
    }
    await sign()
    await act('after-the-checkpoint')
    const proof = await proofOf(eventId)
    expect(proof.later.length).toBeGreaterThanOrEqual(2)
    expect(faultOfInclusion(proof, key)).toBeUndefined()
    expect(JSON.stringify(proof)).not.toContain('nebenan')
    expect(proof.event.said).toContain(`|decision.approve|done|officer|${approver.userId}|`)
    expect(await runCommand(keep('proof', proof))).toEqual({ code: 0, said: '证明成立。\n' })
    const said = proof.event.said.replace('|done|', '|refused|')
    const changed = { ...proof, event: { ...proof.event, said } }
    expect(await runCommand(keep('changed', changed))).toEqual({
      code: 1,
      said: '证明不成立：事件不在这个检查点之内。\n',
    })
  })

  test('a proof with anything changed in it does not hold', async () => {
    await act('to-be-proven')
    await act('to-be-proven', { again: true })
    await sign()
    const proof = await proofOf(await eventOf('to-be-proven'))
    const { checkpoint, event, later, path } = proof
    const zeros = '00'.repeat(32)
    const stranger = sm2KeyPairOf(Buffer.alloc(32, 7)).publicKey
    expect(faultOfInclusion(proof, key)).toBeUndefined()
    expect(faultOfInclusion(proof, stranger)).toBe('signature')
    const changes: readonly Partial<InclusionProof>[] = [
      { checkpoint: { ...checkpoint, size: checkpoint.size + 1 } },
      { checkpoint: { ...checkpoint, madeAt: '2026-10-13T00:00:00.000Z' } },
      { checkpoint: { ...checkpoint, root: zeros } },
      { lane: (proof.lane + 1) % 64 },
      { event: { ...event, seq: event.seq + 1 } },
      { event: { ...event, mac: zeros } },
      { event: { ...event, previous: zeros } },
      { later: later.slice(1) },
      { later: [zeros, ...later] },
      { later: later.map(() => zeros) },
      { path: path.slice(1) },
      { path: [...path, zeros] },
      { path: path.toReversed() },
    ]
    expect(later.length).toBeGreaterThan(0)
    for (const change of changes)
      expect([change, faultOfInclusion({ ...proof, ...change }, key)]).not.toContain(undefined)
  })

  test('auditors alone get one, of their own tree; the look is an event', async () => {
    await act('whose-proof')
    await sign()
    const eventId = await eventOf('whose-proof')
    const foreign = await world.officer({ roles: ['audit'], agencyCode: '34001' })
    for (const officer of [foreign, approver]) {
      expect(await codesOf(getAuditProof(world.as(officer, 'audit.get-proof'), { eventId }))).toEqual([
        'request.not-found',
      ])
    }
    await proofOf(eventId)
    expect(
      await world.rows(`select outcome from audit_events where object_kind = 'audit-proof' and object_id = $1`, [
        eventId,
      ]),
    ).toEqual([{ outcome: 'read' }])
  })
})

describe('S-141: history is told in one way', () => {
  test('whoever keeps an older checkpoint sees that the newer one continues it', async () => {
    await act('before')
    const from = await sign()
    await act('between-one')
    await act('between-two')
    const to = await sign()
    const proof = await growth(from.number, to.number)
    expect(faultOfGrowth(proof, { from, to }, key)).toBeUndefined()
    const files = ['--from', keep('from', from), '--to', keep('to', to)]
    expect(await runCommand(keep('growth', proof), ...files)).toEqual({ code: 0, said: '证明成立。\n' })
    const [first, ...others] = proof.lanes
    if (first === undefined) throw new Error('nothing grew')
    const short = { ...proof, lanes: [{ ...first, digests: first.digests.slice(1) }, ...others] }
    expect(faultOfGrowth(short, { from, to }, key)).toBe('lane')
    expect(faultOfGrowth({ ...proof, lanes: others }, { from, to }, key)).toBe('lane')
    expect(await codesOf(growth(to.number, from.number))).toEqual(['request.not-found'])

    // The holder of the database and of the key rewrites a row the witness has seen, and signs anew.
    await rewrite('before')
    await act('after-the-rewriting')
    const forged = await sign()
    const excuse = await growth(from.number, forged.number)
    expect(faultOfGrowth(excuse, { from, to: forged }, key)).toBe('lane')
  })

  test('a copy of a witness with another root for the same size is an alarm', async () => {
    await act('told-once')
    const first = await sign()
    await run('audit.verify')
    expect((await getAuditChain(world.as(auditor))).verification?.faults).toEqual([])
    // The copy that went out is the first telling; our own folder and database then tell a second one.
    const witnessed = join(folder, 'witnessed')
    mkdirSync(witnessed)
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.json'))) rmSync(join(folder, name))
    await rewrite('told-once')
    await world.rows('delete from audit_checkpoints')
    const second = await sign()
    expect(second.size).toBe(first.size)
    await run('audit.verify')
    expect((await getAuditChain(world.as(auditor))).verification?.faults).toEqual([])
    writeFileSync(join(witnessed, 'from-the-province.json'), JSON.stringify(first))
    await run('audit.verify')
    expect((await getAuditChain(world.as(auditor))).verification?.faults).toEqual([
      { lane: -1, seq: first.size, what: 'split' },
    ])
  })

  test('checkpoints are there for everybody to keep, page by page', async () => {
    await act('public-one')
    const { number } = await sign()
    await act('public-two')
    const next = await sign()
    const nobody = world.as({ kind: 'nobody' }, 'audit.list-checkpoints')
    const { publicKey, checkpoints } = await listAuditCheckpoints(nobody, { after: number })
    expect(publicKey).toBe(key)
    expect(checkpoints).toEqual([next])
    expect((await listAuditCheckpoints(nobody, { after: next.number })).checkpoints).toEqual([])
  })
})

/** Changes a row, keys it and chains everything behind it anew, as somebody who holds database and key can. */
async function rewrite(objectId: string): Promise<void> {
  const [row] = await world.rows(`update audit_events set reason = 'rewritten' where object_id = $1 returning lane`, [
    objectId,
  ])
  const { db, crypto } = world.services.worker
  const lines = await db.transaction({}, (tx) => listAuditRows(tx, Number(row?.['lane']), 0), 'read')
  for (const line of lines.filter((one) => one.objectId === objectId)) {
    const {
      lane: _lane,
      seq: _seq,
      mac: _mac,
      previous: _previous,
      hash: _hash,
      recomputed: _recomputed,
      ...said
    } = line
    await world.rows('update audit_events set mac = $1 where id = $2', [auditMac(crypto, said), line.id])
  }
  await world.rows(
    `do $$
     declare line audit_events; before bytea := '\\x'; begin
       for line in select * from audit_events where lane = ${Number(row?.['lane'])} order by seq loop
         update audit_events set previous = before, digest = audit_digest(line), hash = sha256(before || audit_digest(line))
           where lane = line.lane and seq = line.seq returning hash into before;
       end loop;
       update audit_lanes set head = before where lane = ${Number(row?.['lane'])};
     end $$`,
  )
}
