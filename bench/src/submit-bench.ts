import { submitDraftEndpoint } from '@xingtan/contract/application'
import type { SandboxPerson } from '@xingtan/contract/authority/sandbox-person'
import { type BenchStack, applicantCookie, listIds } from './bench-stack.ts'
import { call, prepare } from './call.ts'
import { cloneRows, copiedId } from '@xingtan/tools/clone-rows'
import type { Contender } from './compare.ts'
import { type ReadyDraft, prepareDraft } from './prepare-draft.ts'
import { type Statement, recordStatements } from './record-statements.ts'
import { type ReplayRules, createPool, replay } from './replay.ts'
import { createSender } from './send.ts'

export interface SubmitBench {
  readonly applicationId: string
  readonly proofNumber: string
  readonly statements: number
  readonly contenders: readonly Contender[]
}

const tokenOf = (item: number) => `bench-applicant-${item}`
const ORIGINAL = 'bench-applicant-original'

/** The number of a proof in copy `item`: same length, other digits. */
export function copiedNumber(number: string, item: number): string {
  return String(item).padStart(number.length, '0')
}

async function listHex(bench: BenchStack, sql: string): Promise<string[]> {
  const { rows } = await bench.admin.query<{ hex: string | null }>(sql)
  return rows.flatMap(({ hex }) => hex ?? [])
}

async function listOwn(bench: BenchStack, sql: string): Promise<string[]> {
  const { rows } = await bench.admin.query<{ id: string }>(sql)
  return rows.map(({ id }) => id)
}

async function layApplicants(bench: BenchStack, accountId: string, proofNumber: string, count: number) {
  const own = `account_id = '${accountId}'`
  const ids = [
    accountId,
    ...(await listOwn(
      bench,
      `select id from evidence where ${own} union select id from drafts where ${own}
      union select id from files where ${own} union select id from signings where ${own}`,
    )),
  ]
  const hashes = await listHex(
    bench,
    `select encode(person_index, 'hex') as hex from accounts where id = '${accountId}'
     union all select encode(token_hash, 'hex') from signings where ${own}
     union all select encode(device_key_hash, 'hex') from signings where ${own}`,
  )
  const number = `lpad(i::text, ${proofNumber.length}, '0')`
  await cloneRows(bench.admin, {
    rows: [
      ['accounts', `id = '${accountId}'`],
      ['evidence', own],
      ['drafts', own],
      ['files', own],
      ['signings', own],
    ],
    ids,
    hashes,
    texts: [[proofNumber, number]],
    first: 1,
    count,
  })
  const items = Array.from({ length: count }, (_one, index) => index + 1)
  await bench.admin.query(
    `insert into sessions (id, token_hash, account_id, device_hash, started_at, seen_at, ends_at)
     select gen_random_uuid(), token, account, '\\x00', app_now(), app_now(), app_now() + interval '12 hours'
     from unnest($1::bytea[], $2::uuid[]) as one(token, account)`,
    [items.map((item) => bench.hashes.token(tokenOf(item))), items.map((item) => copiedId(accountId, item))],
  )
  return { ids, hashes }
}

interface Track {
  readonly origin: string
  readonly draft: ReadyDraft
  readonly statements: readonly Statement[]
  readonly rules: ReplayRules
  readonly count: number
}

function toContenders(bench: BenchStack, { origin, draft, statements, rules, count }: Track): Contender[] {
  const pool = createPool(bench.stack.databaseUrls.public_face)
  const send = createSender(origin)
  let used = 0
  const next = () => {
    used += 1
    if (used > count) throw new Error('more drafts are needed for this machine')
    return used
  }
  const postgres = bench.stack.pid('database') ?? 0
  return [
    {
      name: 'POST …/submit',
      processes: { face: bench.stack.pid('public') ?? 0, postgres, load: process.pid },
      work: () => {
        const item = next()
        const own = { origin: origin, cookie: applicantCookie(tokenOf(item)) }
        const input = { draftId: copiedId(draft.draftId, item), version: draft.version }
        return send(prepare(own, submitDraftEndpoint, input))
      },
    },
    {
      name: 'same statements through pg',
      processes: { postgres, load: process.pid },
      work: () => replay(pool, statements, next(), rules),
    },
  ]
}

/** Lays `count` people with a finished draft, hands the first one in under the statement log, and names the contenders. */
export async function arrangeSubmit(
  bench: BenchStack,
  { id: accountId, person, count }: { readonly id: string; readonly person: SandboxPerson; readonly count: number },
): Promise<SubmitBench> {
  const visitor = await bench.signIn(accountId, ORIGINAL)
  const draft = await prepareDraft(visitor, person)
  const proofNumber = person.proofs[0]?.number ?? ''
  const before = await listIds(bench.admin)
  const { ids, hashes } = await layApplicants(bench, accountId, proofNumber, count)
  let applicationId = ''
  const statements = await recordStatements(bench.admin, {
    logFile: bench.postgresLog,
    role: 'public_face',
    request: async () => {
      applicationId = (await call(visitor, submitDraftEndpoint, draft)).applicationId
    },
  })
  const toHex = (token: string) => bench.hashes.token(token).toString('hex')
  const rules: ReplayRules = {
    kept: new Set([...before].filter((id) => !ids.includes(id))),
    hashes,
    texts: [
      [toHex(ORIGINAL), (item) => toHex(tokenOf(item))],
      [proofNumber, (item) => copiedNumber(proofNumber, item)],
    ],
  }
  const { origin } = visitor
  const contenders = toContenders(bench, { origin, draft, statements, rules, count })
  return { applicationId, proofNumber, statements: statements.length, contenders }
}
