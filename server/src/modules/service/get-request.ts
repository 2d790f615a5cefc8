import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getServiceRequestEndpoint } from '@xingtan/contract/office/service'
import { maskDocumentNumber, maskPhone } from '@xingtan/domain/mask'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { findAccountOfRequest, findRequest } from './sql.ts'

/** One request with what was asked and how the person is reached, masked; reading it is an event (S-144). */
export async function getRequest(
  ctx: Context,
  input: { readonly requestId: string },
): Promise<OutputOf<typeof getServiceRequestEndpoint>> {
  const { crypto } = ctx
  return ctx.write(async (tx) => {
    const request = await findRequest(tx, input.requestId)
    const account = request === undefined ? undefined : await findAccountOfRequest(tx, request.id)
    if (request === undefined || account === undefined) throw problem('request.not-found')
    tx.concerns('service-request', request.id, {}, 'read')
    const { newPhoneSealed, wishSealed, effectiveAt, closedAt } = request
    return {
      requestId: request.id,
      number: request.number,
      kind: request.kind,
      state: request.state,
      name: account.name,
      maskedDocumentNumber: maskDocumentNumber(crypto.openColumn(account.numberSealed)),
      field: request.field,
      openedAt: request.openedAt.toISOString(),
      effectiveAt: effectiveAt?.toISOString() ?? null,
      wish: wishSealed === null ? null : crypto.openColumn(wishSealed),
      ethnicGroup: account.ethnicGroup,
      maskedOldPhone: maskPhone(crypto.openColumn(account.phoneSealed)),
      maskedNewPhone: newPhoneSealed === null ? null : maskPhone(crypto.openColumn(newPhoneSealed)),
      documentSeen: request.documentSeen,
      answer: request.answer,
      closedAt: closedAt?.toISOString() ?? null,
    }
  })
}
