import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline'
import { queryCertificateEndpoint } from '@xingtan/contract/certificate'
import { type BenchStack, DEVICE } from './bench-stack.ts'
import { type Visitor, call, prepare } from './call.ts'
import { copiedId } from '@xingtan/tools/clone-rows'
import type { Contender } from './compare.ts'
import { type Statement, recordStatements } from './record-statements.ts'
import { type ReplayRules, createPool, replay } from './replay.ts'
import { createSender } from './send.ts'

const CODE = '246801'
const CERTIFICATES = 100_000
const numberOf = (serial: number) => `20203307521${String(serial).padStart(6, '0')}`
const phoneOf = (item: number) => `199${String(item).padStart(8, '0')}`
const ASKED_CODE = randomUUID()
const codeIdOf = (item: number) => copiedId(ASKED_CODE, item)

export interface CheckBench {
  readonly statements: number
  readonly contenders: readonly Contender[]
  stop(): void
}

interface Holder {
  readonly name: string
  readonly number: string
}

/** A hundred thousand certificates of an earlier year under one person: the look-up goes by the unique number. */
async function layCertificates({ admin, hashes }: BenchStack, holder: Holder): Promise<void> {
  await admin.query('begin')
  await admin.query('set local session_replication_role = replica')
  await admin.query(
    `insert into certificates (id, number, agency_code, year, serial, application_id, account_id, person_index, name,
       name_key, sex, birth_on, ethnic_group, number_sealed, qualification_type, subject_name, agency_name, photo_file_id,
       restriction_check_id, issued_at, issued_on)
     select gen_random_uuid(), '20203307521' || lpad(i::text, 6, '0'), '33075', 2020, i, gen_random_uuid(), gen_random_uuid(),
       $1, $2, $2, 1, '1998-01-01', '01', '\\x00', 2, '小学语文', '柯城区教育局', gen_random_uuid(), gen_random_uuid(),
       '2020-06-01', '2020-06-01'
     from generate_series(1, ${CERTIFICATES - 1}) i`,
    [hashes.person(holder.number), holder.name],
  )
  await admin.query('commit')
  await admin.query('vacuum analyze certificates')
}

/** Each question spends a code of a phone of its own, as the limit of questions a phone and day would ask for. */
async function layCodes({ admin, hashes }: BenchStack, count: number): Promise<void> {
  const size = 10_000
  for (let first = 0; first <= count; first += size) {
    const items = Array.from({ length: Math.min(size, count + 1 - first) }, (_one, index) => first + index)
    await admin.query(
      `insert into phone_codes (id, purpose, phone_index, device_hash, code_hash, expires_at)
       select id, 'certificate-query', phone, $4, code, app_now() + interval '1 hour'
       from unnest($1::uuid[], $2::bytea[], $3::bytea[]) as one(id, phone, code)`,
      [
        items.map(codeIdOf),
        items.map((item) => hashes.phone(phoneOf(item))),
        items.map((item) => hashes.phoneCode(codeIdOf(item), CODE)),
        hashes.token(DEVICE),
      ],
    )
  }
  await admin.query('analyze phone_codes')
}

async function startLimit(bench: BenchStack): Promise<{ child: ChildProcess; origin: string }> {
  const child = fork(new URL('look-up-limit.ts', import.meta.url), {
    env: { DATABASE_URL: bench.stack.databaseUrls.public_face },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const { promise, resolve } = Promise.withResolvers<string>()
  if (child.stdout !== null) createInterface(child.stdout).once('line', resolve)
  return { child, origin: `http://127.0.0.1:${await promise}` }
}

function makeRules(bench: BenchStack): ReplayRules {
  const phoneHex = (item: number) => bench.hashes.phone(phoneOf(item)).toString('hex')
  return {
    kept: new Set(),
    hashes: [],
    texts: [
      [codeIdOf(0), codeIdOf],
      [phoneHex(0), phoneHex],
      [phoneHex(0).slice(0, 32), (item) => phoneHex(item).slice(0, 32)],
    ],
  }
}

/** Counts up; stops the run when more is asked for than was laid. */
function counter(most: number): () => number {
  let used = 0
  return () => {
    used += 1
    if (used > most) throw new Error('more codes are needed for this machine')
    return used
  }
}

const serialOf = (item: number) => 1 + ((item * 7919) % (CERTIFICATES - 1))

/** The question of one phone about one certificate; they are asked all over the table. */
function toInput(holder: Holder, item: number) {
  const { name, number: documentNumber } = holder
  const code = { phone: phoneOf(item), phoneCodeId: codeIdOf(item), code: CODE }
  return { name, documentNumber, certificateNumber: numberOf(serialOf(item)), ...code }
}

interface Track {
  readonly holder: Holder
  readonly statements: readonly Statement[]
  readonly limit: { readonly child: ChildProcess; readonly origin: string }
  readonly count: number
}

function toContenders(bench: BenchStack, { holder, statements, limit, count }: Track): Contender[] {
  const visitor = visitorOf(bench)
  const pool = createPool(bench.stack.databaseUrls.public_face)
  const [send, sendLimit] = [createSender(visitor.origin), createSender(limit.origin)]
  const postgres = bench.stack.pid('database') ?? 0
  const person = bench.hashes.person(holder.number).toString('hex')
  const rules = makeRules(bench)
  const [next, nextLookUp] = [counter(count), counter(Infinity)]
  return [
    {
      name: 'POST /api/certificate-queries',
      processes: { face: bench.stack.pid('public') ?? 0, postgres, load: process.pid },
      work: () => send(prepare(visitor, queryCertificateEndpoint, toInput(holder, next()))),
    },
    {
      name: 'node:http + pg, one look-up',
      processes: { face: limit.child.pid ?? 0, postgres, load: process.pid },
      work: () => {
        const asked = { number: numberOf(serialOf(nextLookUp())), name: holder.name, person }
        return sendLimit({ path: '/', body: JSON.stringify(asked), headers: {} })
      },
    },
    {
      name: 'same statements through pg',
      processes: { postgres, load: process.pid },
      work: () => replay(pool, statements, next(), rules),
    },
  ]
}

function visitorOf({ stack }: BenchStack): Visitor {
  return { origin: stack.urls.portal, cookie: `__Host-xt-device=${DEVICE}` }
}

/** Lays certificates and codes, asks once under the statement log, and names the contenders. */
export async function arrangeCheck(bench: BenchStack, holder: Holder, count: number): Promise<CheckBench> {
  await layCertificates(bench, holder)
  await layCodes(bench, count)
  const statements = await recordStatements(bench.admin, {
    logFile: bench.postgresLog,
    role: 'public_face',
    request: async () => {
      const answer = await call(visitorOf(bench), queryCertificateEndpoint, toInput(holder, 0))
      if (!answer.found) throw new Error('the certificate was not found')
    },
  })
  const limit = await startLimit(bench)
  return {
    statements: statements.length,
    stop: () => limit.child.disconnect(),
    contenders: toContenders(bench, { holder, statements, limit, count }),
  }
}
