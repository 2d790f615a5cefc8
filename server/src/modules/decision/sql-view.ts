import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const SavedView = z.object({ id: z.string(), name: z.string(), query: z.string() })

/** Views of the officer of this transaction, by name. */
export async function listViewRows(tx: Tx): Promise<z.infer<typeof SavedView>[]> {
  return tx.list(
    SavedView,
    sql`select id, name, query from saved_views where officer_id = app_officer_id() order by name`,
  )
}

const Saved = z.object({ id: z.string() })

/** Writes the view, or the new filters of the one that has this name. */
export async function putView(
  tx: Tx,
  view: { readonly officerId: string; readonly name: string; readonly query: string },
): Promise<string> {
  const { id } = await tx.get(
    Saved,
    sql`insert into saved_views (id, officer_id, name, query, saved_at)
        values (${randomUUID()}, ${view.officerId}, ${view.name}, ${view.query}, ${tx.now})
        on conflict on constraint saved_views__officer_id_name do update set query = excluded.query, saved_at = excluded.saved_at
        returning id`,
  )
  return id
}

export async function deleteView(tx: Tx, id: string): Promise<boolean> {
  return (await tx.run(sql`delete from saved_views where id = ${id} and officer_id = app_officer_id()`)) === 1
}
