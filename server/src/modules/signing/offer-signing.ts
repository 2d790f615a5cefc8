import type { offerSigningEndpoint } from '@xingtan/contract/signing'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getApplicant } from '../account/index.ts'
import { lockDraft } from '../application/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { insertSigning } from './sql.ts'

const LIFE_MS = 5 * 60_000

/**
 * Makes a token for signing the promise on a phone: one draft, one owner, five minutes, once (S-080). Each call makes a
 * new one and ends the one before, so it is no once-only command and the token is stored nowhere but as a hash.
 */
export async function offerSigning(
  ctx: Context,
  input: { readonly draftId: string },
): Promise<OutputOf<typeof offerSigningEndpoint>> {
  const token = ctx.crypto.randomToken(32)
  return ctx.write(async (tx) => {
    const { id: accountId } = await getApplicant(tx)
    const draft = await lockDraft(tx, input.draftId)
    if (draft === undefined) throw problem('request.not-found')
    const book = await loadPolicyBook(tx, draft.steps.agency.agencyCode)
    const expiresAt = new Date(tx.now.getTime() + LIFE_MS)
    const signingId = await insertSigning(tx, {
      accountId,
      draftId: draft.id,
      tokenHash: ctx.crypto.hashToken(token),
      offeredDeviceHash: ctx.request.deviceHash,
      policyVersion: book.resolve('promise.text', tx.today).version,
      expiresAt,
    })
    tx.concerns('signing', signingId, { draftId: draft.id })
    return {
      signingId,
      url: `${ctx.phoneOrigin}/sign#${token}`,
      localUrl: `${ctx.publicOrigin}/sign#${token}`,
      expiresAt: expiresAt.toISOString(),
    }
  })
}
