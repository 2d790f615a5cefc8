import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

export async function insertKeyProof(
  tx: Tx,
  proof: {
    readonly ticketHash: Buffer
    readonly sessionId: string
    readonly endpoint: string
    readonly inputHash: Buffer
    readonly challenge: string
    readonly expiresAt: Date
  },
): Promise<void> {
  await tx.run(sql`
    insert into staff_key_proofs (id, ticket_hash, session_id, endpoint, input_hash, challenge, expires_at)
    values (${randomUUID()}, ${proof.ticketHash}, ${proof.sessionId}, ${proof.endpoint}, ${proof.inputHash}, ${proof.challenge}, ${proof.expiresAt})`)
}

const StartedProof = z.object({ id: z.string(), challenge: z.string(), endpoint: z.string() })

/** Takes a question that was put to the key: once, within its 60 seconds, in the session that asked (S-034). */
export async function takeQuestion(
  tx: Tx,
  ticketHash: Buffer,
  sessionId: string,
): Promise<z.infer<typeof StartedProof> | undefined> {
  return tx.find(
    StartedProof,
    sql`update staff_key_proofs set taken_at = ${tx.now}
        where ticket_hash = ${ticketHash} and session_id = ${sessionId} and taken_at is null and expires_at > ${tx.now}
        returning id, challenge, endpoint`,
  )
}

export async function keepProof(tx: Tx, id: string, proofHash: Buffer): Promise<void> {
  await tx.run(sql`update staff_key_proofs set proof_hash = ${proofHash} where id = ${id}`)
}
