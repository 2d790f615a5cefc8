import { z } from 'zod'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { ServiceRow, listServiceRequestsEndpoint } from '@xingtan/contract/office/service'
import { maskDocumentNumber } from '@xingtan/domain/mask'
import type { Context } from '../../platform/context.ts'
import type { Crypto } from '../../platform/crypto.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { type ListedRequest, listRequests as listRows } from './sql-list.ts'

const PAGE = 50
const Mark = z.strictObject({ openedAt: z.iso.datetime({ precision: 6 }), id: z.uuid() })

function toServiceRow(crypto: Pick<Crypto, 'openColumn'>, row: ListedRequest): ServiceRow {
  const { id, number, kind, state, name, numberSealed, field, openedAt, effectiveAt } = row
  return {
    requestId: id,
    number,
    kind,
    state,
    name,
    maskedDocumentNumber: maskDocumentNumber(crypto.openColumn(numberSealed)),
    field,
    openedAt: openedAt.toISOString(),
    effectiveAt: effectiveAt?.toISOString() ?? null,
  }
}

/** Requests of one's own agency, fifty a page. */
export async function listRequests(
  ctx: Context,
  input: { readonly state: 'waiting' | 'closed'; readonly after?: string | undefined },
): Promise<OutputOf<typeof listServiceRequestsEndpoint>> {
  return ctx.read(async (tx) => {
    const found = await listRows(tx, {
      isWaiting: input.state === 'waiting',
      after: readMark(Mark, input.after),
      limit: PAGE + 1,
    })
    const page = found.slice(0, PAGE)
    const last = page.at(-1)
    return {
      rows: page.map((row) => toServiceRow(ctx.crypto, row)),
      after: found.length > PAGE && last !== undefined ? writeMark({ openedAt: last.mark, id: last.id }) : null,
    }
  })
}
