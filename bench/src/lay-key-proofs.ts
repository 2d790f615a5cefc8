import { KEY_PROOF_HEADER } from '@xingtan/contract/office/security'
import type { BenchStack } from './bench-stack.ts'

/** One act that is to be done, and the cookie's secret of the session that will do it. */
export interface PlannedAct {
  readonly token: string
  readonly input: { readonly applicationId: string; readonly version: number }
}

/** The proof that is sent along with an act: one for each case. */
function proofOf({ input }: PlannedAct): string {
  return `bench-proof-${input.applicationId}`
}

/** Header of an act whose signature was laid down before. */
export function proofHeader(act: PlannedAct): Record<string, string> {
  return { [KEY_PROOF_HEADER]: proofOf(act) }
}

export interface LaidProof {
  /** Hex, as the statement log shows them. */
  readonly proof: string
  readonly input: string
}

/** What a row of an act's signature is known by. */
export function hashesOf({ hashes }: BenchStack, endpoint: string, act: PlannedAct): LaidProof {
  const input = hashes.act(endpoint, act.input).toString('hex')
  return { proof: hashes.token(proofOf(act)).toString('hex'), input }
}

/** Lays the signatures of many acts down as if the key had given them; they last for the whole bench. */
export async function layKeyProofs(bench: BenchStack, endpoint: string, acts: readonly PlannedAct[]): Promise<void> {
  const rows = acts.map((act) => ({
    ...hashesOf(bench, endpoint, act),
    session: bench.hashes.token(act.token).toString('hex'),
  }))
  await bench.admin.query(
    `insert into staff_key_proofs (id, ticket_hash, session_id, endpoint, input_hash, challenge, expires_at, taken_at, proof_hash)
     select gen_random_uuid(), sha256(decode(r.proof, 'hex')), s.id, $1, decode(r.input, 'hex'), 'bench',
       app_now() + interval '6 hours', app_now(), decode(r.proof, 'hex')
     from jsonb_to_recordset($2::jsonb) as r(proof text, input text, session text)
     join staff_sessions s on s.token_hash = decode(r.session, 'hex')`,
    [endpoint, JSON.stringify(rows)],
  )
}

/** Id of the live session behind a cookie's secret. */
export async function getSessionId(bench: BenchStack, token: string): Promise<string> {
  const { rows } = await bench.admin.query<{ id: string }>('select id from staff_sessions where token_hash = $1', [
    bench.hashes.token(token),
  ])
  const [row] = rows
  if (row === undefined) throw new Error('no session')
  return row.id
}
