import { z } from 'zod'
import { RoundKind, type SwitchedFunction } from '@xingtan/contract/office/window'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const NationalWindow = z.object({
  id: z.string(),
  name: z.string(),
  kind: RoundKind,
  opensAt: z.date(),
  closesAt: z.date(),
  /** 文号 of the order that lengthens it for the province. */
  extendedBy: z.string().nullable(),
})
export type NationalWindow = z.infer<typeof NationalWindow>

/**
 * National windows that are not over, each by its beginning, as they hold for a province: an extension order counts
 * from the transaction that approves it (domain §8.4). `null` asks for the nation without any order.
 */
export async function listNationalWindows(tx: Tx, provinceCode: string | null): Promise<NationalWindow[]> {
  return tx.list(
    NationalWindow,
    sql`select r.id, r.name, r.kind, r.opens_at, coalesce(e.closes_at, r.closes_at) as closes_at, e.number as extended_by
        from rounds r
        left join lateral (
          select x.closes_at, x.number from window_extensions x
          where x.round_id = r.id and x.province_code = ${provinceCode} and x.closes_at > r.closes_at
          order by x.closes_at desc limit 1
        ) e on true
        where coalesce(e.closes_at, r.closes_at) > ${tx.now} order by r.opens_at, r.id`,
  )
}

const ShutInterval = z.object({ opensAt: z.date(), closesAt: z.date(), reason: z.string() })

/**
 * When a function is shut, now or later: its own switches, and for 网报提交 and 现场确认 the maintenance of the nation as
 * well; by their beginning (S-078).
 */
export async function listShutIntervals(tx: Tx, switched: SwitchedFunction): Promise<z.infer<typeof ShutInterval>[]> {
  const isMaintained = switched === 'submit' || switched === 'confirm'
  return tx.list(
    ShutInterval,
    sql`select opens_at, closes_at, sentence as reason from function_switches
        where function = ${switched} and closes_at > ${tx.now}
        union all
        select opens_at, closes_at, sentence from closures where ${isMaintained} and closes_at > ${tx.now}
        order by opens_at`,
  )
}
