import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Successor = z.object({ code: z.string(), successorName: z.string() })

/** 现接替机构 of those of these agencies that have one, by code. */
export async function findSuccessorNames(tx: Tx, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.list(
    Successor,
    sql`select a.code, heir.name as successor_name from agencies a join agencies heir on heir.code = a.successor_code
        where a.code = any(${[...new Set(codes)]})`,
  )
  return new Map(rows.map(({ code, successorName }) => [code, successorName]))
}

const Named = z.object({ code: z.string(), name: z.string(), names: z.array(z.string()) })
export type NamedAgency = z.infer<typeof Named>

/** Agencies with their name of today and every name they have had, by code. */
export async function listNamesOf(tx: Tx, codes: readonly string[]): Promise<ReadonlyMap<string, NamedAgency>> {
  const rows = await tx.list(
    Named,
    sql`select a.code, a.name, array(select n.name from agency_names n where n.agency_code = a.code) as names
        from agencies a where a.code = any(${[...new Set(codes)]})`,
  )
  return new Map(rows.map((row) => [row.code, row]))
}
