import { z } from 'zod'
import type { Refusal } from '@xingtan/contract/problem'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Conflict = z.object({ applicationId: z.string(), kind: z.enum(['own', 'relative', 'phone']) })

const CODES = { own: 'case.own-case', relative: 'case.relative-case', phone: 'case.same-phone' } as const

/**
 * Why the officer of this transaction must not handle these cases: the person is the officer, under whatever document, a
 * declared relative, or gave the same phone (S-056). 行政许可法 art. 72; 公务员法 on avoidance.
 */
export async function listConflicts(tx: Tx, ids: readonly string[]): Promise<(applicationId: string) => Refusal[]> {
  const found = await tx.list(Conflict, sql`select application_id, kind from officer_conflicts(${[...ids]}::uuid[])`)
  const kinds = new Map(found.map(({ applicationId, kind }) => [applicationId, kind]))
  return (applicationId) => {
    const kind = kinds.get(applicationId)
    return kind === undefined ? [] : [{ code: CODES[kind] }]
  }
}
