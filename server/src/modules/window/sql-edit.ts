import { z } from 'zod'
import { RoundKind, SwitchedFunction } from '@xingtan/contract/office/window'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Interval = { id: z.string(), opensAt: z.date(), closesAt: z.date() }
const Round = z.object({ ...Interval, name: z.string(), kind: RoundKind })
const Closure = z.object({ ...Interval, sentence: z.string() })
const Switch = z.object({ ...Interval, sentence: z.string(), function: SwitchedFunction })
const Extension = z.object({
  roundId: z.string(),
  provinceCode: z.string(),
  provinceName: z.string(),
  closesAt: z.date(),
  number: z.string(),
  signer: z.string(),
  reason: z.string(),
})

/** Windows of the last year and all to come, latest first. */
export async function listRounds(tx: Tx): Promise<z.infer<typeof Round>[]> {
  return tx.list(
    Round,
    sql`select id, name, kind, opens_at, closes_at from rounds
        where closes_at > ${tx.now}::timestamptz - interval '1 year' order by opens_at desc, id`,
  )
}

export async function listClosures(tx: Tx): Promise<z.infer<typeof Closure>[]> {
  return tx.list(
    Closure,
    sql`select id, opens_at, closes_at, sentence from closures
        where closes_at > ${tx.now}::timestamptz - interval '1 year' order by opens_at desc, id`,
  )
}

export async function listSwitches(tx: Tx): Promise<z.infer<typeof Switch>[]> {
  return tx.list(
    Switch,
    sql`select id, function, opens_at, closes_at, sentence from function_switches
        where closes_at > ${tx.now}::timestamptz - interval '1 year' order by opens_at desc, id`,
  )
}

/** Extension orders of these rounds, latest first. */
export async function listExtensions(tx: Tx, roundIds: readonly string[]): Promise<z.infer<typeof Extension>[]> {
  return tx.list(
    Extension,
    sql`select e.round_id, e.province_code, r.name as province_name, e.closes_at, e.number, e.signer, e.reason
        from window_extensions e join regions r on r.code = e.province_code
        where e.round_id = any(${[...roundIds]}) order by e.closes_at desc`,
  )
}

const Province = z.object({ code: z.string(), name: z.string() })

export async function listProvinces(tx: Tx): Promise<z.infer<typeof Province>[]> {
  return tx.list(Province, sql`select code, name from regions where level = 'province' order by code`)
}

const Count = z.object({ count: z.number() })

/** Plans of a round whose confirmation or 网报 ends after an instant; extended provinces are not counted. */
export async function countPlansAfter(tx: Tx, roundId: string, closesAt: Date): Promise<number> {
  const { count } = await tx.get(
    Count,
    sql`select count(*)::int as count from agency_plans p join agencies a on a.code = p.agency_code
        where p.round_id = ${roundId} and greatest(p.network_closes_at, p.confirm_closes_at) > ${closesAt}
          and not exists (select 1 from window_extensions e where e.round_id = p.round_id
            and e.province_code = left(a.region_code, 2) || '0000' and e.closes_at > ${closesAt})`,
  )
  return count
}

const Found = z.object({ found: z.boolean() })

export async function isOrderNumberUsed(tx: Tx, number: string): Promise<boolean> {
  const { found } = await tx.get(
    Found,
    sql`select exists (select 1 from window_extensions where number = ${number}) as found`,
  )
  return found
}
