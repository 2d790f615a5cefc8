import { z } from 'zod'
import { Relation } from '@xingtan/contract/office/case-exception'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

export interface NewRelation {
  readonly id: string
  readonly personId: string
  readonly relation: Relation
  readonly name: string
  readonly numberSealed: Buffer
  readonly personIndex: Buffer
  readonly phoneIndex: Buffer | null
  readonly declaredBy: string
}

export async function insertRelation(tx: Tx, row: NewRelation): Promise<void> {
  await tx.run(sql`
    insert into staff_relations (id, person_id, relation, name, number_sealed, person_index, phone_index, declared_by, declared_at)
    values (${row.id}, ${row.personId}, ${row.relation}, ${row.name}, ${row.numberSealed}, ${row.personIndex},
      ${row.phoneIndex}, ${row.declaredBy}, ${tx.now})`)
}

const StoredRelation = z.object({
  id: z.string(),
  relation: Relation,
  name: z.string(),
  numberSealed: z.instanceof(Buffer),
  hasPhone: z.boolean(),
  declaredAt: z.date(),
})

/** What the officer has declared and not taken back. */
export async function listRelationRows(tx: Tx): Promise<z.infer<typeof StoredRelation>[]> {
  return tx.list(
    StoredRelation,
    sql`select id, relation, name, number_sealed, phone_index is not null as has_phone, declared_at from staff_relations
        where removed_at is null order by declared_at, id`,
  )
}

/** Takes a declaration back; the row stays for those who ask later. */
export async function markRelationRemoved(tx: Tx, id: string): Promise<boolean> {
  return (
    (await tx.run(sql`update staff_relations set removed_at = ${tx.now} where id = ${id} and removed_at is null`)) === 1
  )
}
