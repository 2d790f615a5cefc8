import type { openSigningEndpoint } from '@xingtan/contract/signing'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { maskName } from '@xingtan/domain/mask'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { findAccount } from '../account/index.ts'
import { findDraft } from '../application/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { claimSigning, findOwnerBySecret, findSigning } from './sql.ts'

/**
 * The phone opens the token: the page names the person (masked) and the document, and the device gets a secret of its
 * own for handing in the signature. A second device is refused (S-080, QRLJacking).
 */
export async function openSigning(
  ctx: Context,
  input: { readonly token: string },
): Promise<OutputOf<typeof openSigningEndpoint>> {
  const deviceKey = ctx.crypto.randomToken(32)
  return ctx.write(async (tx) => {
    const tokenHash = ctx.crypto.hashToken(input.token)
    const owner = await findOwnerBySecret(tx, tokenHash)
    if (owner === undefined) throw problem('signing.over')
    await tx.enter({ personId: owner.accountId })
    const { deviceHash, device } = ctx.request
    const deviceKeyHash = ctx.crypto.hashToken(deviceKey)
    const claimed = await claimSigning(tx, { id: owner.signingId, deviceHash, device, deviceKeyHash })
    if (claimed === 0) throw problem('signing.taken')
    const signing = await findSigning(tx, owner.signingId)
    const draft = signing === undefined ? undefined : await findDraft(tx, signing.draftId)
    const account = await findAccount(tx, owner.accountId)
    if (signing === undefined || draft === undefined || account === undefined) throw problem('signing.over')
    const book = await loadPolicyBook(tx, draft.steps.agency.agencyCode)
    const promise = book.resolve('promise.text', tx.today).value
    tx.concerns('signing', signing.id)
    return {
      maskedName: maskName(account.name),
      documentTitle: promise.title,
      text: promise.paragraphs,
      expiresAt: signing.expiresAt.toISOString(),
      deviceKey,
    }
  })
}
