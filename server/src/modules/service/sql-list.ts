import { z } from 'zod'
import { CorrectionField, ServiceKind, ServiceState } from '@xingtan/contract/service'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const ListedRequest = z.object({
  id: z.string(),
  number: z.string(),
  kind: ServiceKind,
  state: ServiceState,
  name: z.string(),
  numberSealed: z.instanceof(Buffer),
  field: CorrectionField.nullable(),
  openedAt: z.date(),
  effectiveAt: z.date().nullable(),
  mark: z.string(),
})
export type ListedRequest = z.infer<typeof ListedRequest>

export interface RequestMark {
  readonly openedAt: string
  readonly id: string
}

/** Requests of one's own agency by keyset on (opening, id): waiting ones oldest first, closed ones newest first. */
export async function listRequests(
  tx: Tx,
  asked: { readonly isWaiting: boolean; readonly after: RequestMark | null; readonly limit: number },
): Promise<ListedRequest[]> {
  const { isWaiting, after, limit } = asked
  const place = after === null ? sql`true` : sql`(${after.openedAt}::timestamptz, ${after.id}::uuid)`
  const beyond = isWaiting ? sql`(r.opened_at, r.id) > ${place}` : sql`(r.opened_at, r.id) < ${place}`
  return tx.list(
    ListedRequest,
    sql`select r.id, r.number, r.kind, r.state, p.name, p.number_sealed, r.field, r.opened_at, r.effective_at,
          to_char(r.opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as mark
        from service_requests r cross join lateral account_of_request(r.id) p
        where r.agency_code = app_agency_code() and ${isWaiting ? sql`r.state = 'waiting'` : sql`r.state <> 'waiting'`}
          and ${after === null ? sql`true` : beyond}
        order by ${isWaiting ? sql`r.opened_at, r.id` : sql`r.opened_at desc, r.id desc`} limit ${limit}`,
  )
}
