import type { InputOf } from '@xingtan/contract/endpoint'
import type { finishKeyProofEndpoint } from '@xingtan/contract/office/security'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { proveKey } from './prove-key.ts'
import { keepProof, takeQuestion } from './sql-key-proof.ts'
import { insertSecurityEvent } from './sql-security-event.ts'

/** The signature over that challenge, by the key this session was opened with, earns the proof the act is given (S-036). */
export async function finishKeyProof(
  ctx: Context,
  input: InputOf<typeof finishKeyProofEndpoint>,
): Promise<{ proof: string }> {
  const officer = getOfficer(ctx)
  const ticketHash = ctx.crypto.hashToken(input.ticket)
  const started = await ctx.write((tx) => takeQuestion(tx, ticketHash, officer.sessionId))
  if (started === undefined) throw problem('staff.key-proof-over')
  const user = { id: officer.userId, agencyCode: officer.agencyCode }
  const serial = await proveKey(ctx, { challenge: started.challenge, user }, input.proof)
  const isProven = serial === officer.keySerial
  const proof = ctx.crypto.randomToken()
  await ctx.write(async (tx) => {
    const { address, device } = ctx.request
    if (isProven) await keepProof(tx, started.id, ctx.crypto.hashToken(proof))
    else await insertSecurityEvent(tx, { kind: 'proof-refused', user, address, device })
    tx.concerns('staff-key-proof', started.id, { endpoint: started.endpoint }, isProven ? 'done' : 'refused')
  })
  if (!isProven) throw problem('staff.key-proof-refused')
  return { proof }
}
