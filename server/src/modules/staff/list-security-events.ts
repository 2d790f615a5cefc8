import type { OutputOf } from '@xingtan/contract/endpoint'
import type { SecurityEventKind, listSecurityEventsEndpoint } from '@xingtan/contract/office/door'
import type { Context } from '../../platform/context.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { TimeMark } from './list-sessions.ts'
import { listSecurityEvents as listEvents } from './sql-security-event.ts'

const PAGE = 50

/** Failed sign-ins and alerts in the scope of this security officer; unknown names are looked after by the nation. */
export async function listSecurityEvents(
  ctx: Context,
  input: { readonly kind?: SecurityEventKind | undefined; readonly after?: string | undefined },
): Promise<OutputOf<typeof listSecurityEventsEndpoint>> {
  const after = readMark(TimeMark, input.after)
  const found = await ctx.read((tx) => listEvents(tx, { kind: input.kind ?? null, after, limit: PAGE + 1 }))
  const rows = found.slice(0, PAGE)
  const last = rows.at(-1)
  return {
    rows: rows.map(({ id, occurredAt, ...row }) => ({ ...row, eventId: id, occurredAt: occurredAt.toISOString() })),
    after:
      found.length > PAGE && last !== undefined ? writeMark({ at: last.occurredAt.toISOString(), id: last.id }) : null,
  }
}
