import { z } from 'zod'
import { CustodyKind, type CustodyShow } from '@xingtan/contract/office/custody'
import type { Tx } from '../../platform/db.ts'
import { type Sql, sql } from '../../platform/sql.ts'

const Item = z.object({
  itemId: z.string(),
  kind: CustodyKind,
  serial: z.string(),
  label: z.string(),
  agencyCode: z.string(),
  agencyName: z.string(),
  termId: z.string().nullable(),
  keeperId: z.string().nullable(),
  keeperName: z.string().nullable(),
  isKeeperGone: z.boolean(),
  heldFrom: z.date().nullable(),
  retiredOn: z.string().nullable(),
  retiredBecause: z.string().nullable(),
  registeredByName: z.string(),
  registeredAt: z.date(),
})
export type StoredItem = z.infer<typeof Item>

const ITEM = sql`select i.id as item_id, i.kind, i.serial, i.label, i.agency_code, a.name as agency_name, t.id as term_id,
    t.person_id as keeper_id, p.name as keeper_name, p.left_at is not null as is_keeper_gone, t.held_from, i.retired_on,
    i.retired_because, rp.name as registered_by_name, i.registered_at
  from custody_items i join agencies a on a.code = i.agency_code
    left join custody_terms t on t.item_id = i.id and t.held_to is null left join staff_people p on p.id = t.person_id
    join staff_users ru on ru.id = i.registered_by join staff_people rp on rp.id = ru.person_id`

/** Nobody keeps it, or somebody who has left. */
const UNKEPT: Sql = sql`i.retired_on is null and (t.id is null or p.left_at is not null)`

function shown(show: CustodyShow | null): Sql {
  if (show === 'unkept') return UNKEPT
  return show === 'retired' ? sql`i.retired_on is not null` : sql`i.retired_on is null`
}

export interface CustodyFilter {
  readonly kind: CustodyKind | null
  readonly show: CustodyShow | null
  readonly agencyCode: string | null
  readonly after: { readonly agencyCode: string; readonly kind: string; readonly serial: string } | null
  readonly limit: number
}

/** Items in reach by agency, kind and serial; keyset paged. */
export async function listItems(tx: Tx, filter: CustodyFilter): Promise<StoredItem[]> {
  const { after } = filter
  const later =
    after === null
      ? sql`true`
      : sql`(i.agency_code, i.kind, i.serial) > (${after.agencyCode}, ${after.kind}, ${after.serial})`
  return tx.list(
    Item,
    sql`${ITEM} where ${shown(filter.show)} and (${filter.kind}::text is null or i.kind = ${filter.kind})
        and (${filter.agencyCode}::text is null or i.agency_code = ${filter.agencyCode}) and ${later}
        order by i.agency_code, i.kind, i.serial limit ${filter.limit}`,
  )
}

export async function findItem(tx: Tx, itemId: string): Promise<StoredItem | undefined> {
  return tx.find(Item, sql`${ITEM} where i.id = ${itemId}`)
}

/** The item with its running term, held until the end of the transaction: it changes hands one after another. */
export async function lockItem(tx: Tx, itemId: string): Promise<StoredItem | undefined> {
  const held = await tx.run(sql`select 1 from custody_items where id = ${itemId} for update`)
  return held === 0 ? undefined : findItem(tx, itemId)
}

/** Items a person keeps now. */
export async function listItemsOf(tx: Tx, personId: string): Promise<StoredItem[]> {
  return tx.list(
    Item,
    sql`${ITEM} where t.person_id = ${personId} and i.retired_on is null order by i.agency_code, i.kind, i.serial`,
  )
}

const Term = z.object({
  termId: z.string(),
  keeperName: z.string(),
  heldFrom: z.date(),
  heldTo: z.date().nullable(),
  note: z.string(),
  recordedByName: z.string(),
})

/** Everybody who ever kept the item, the newest first. */
export async function listTerms(tx: Tx, itemId: string): Promise<z.infer<typeof Term>[]> {
  return tx.list(
    Term,
    sql`select t.id as term_id, p.name as keeper_name, t.held_from, t.held_to, t.note, rp.name as recorded_by_name
        from custody_terms t join staff_people p on p.id = t.person_id
          join staff_users ru on ru.id = t.recorded_by join staff_people rp on rp.id = ru.person_id
        where t.item_id = ${itemId} order by t.held_from desc, t.held_to desc nulls first`,
  )
}

export async function insertItem(
  tx: Tx,
  row: {
    readonly id: string
    readonly agencyCode: string
    readonly kind: CustodyKind
    readonly serial: string
    readonly label: string
    readonly registeredBy: string
  },
): Promise<boolean> {
  const added = await tx.run(sql`
    insert into custody_items (id, agency_code, kind, serial, label, registered_by, registered_at)
    values (${row.id}, ${row.agencyCode}, ${row.kind}, ${row.serial}, ${row.label}, ${row.registeredBy}, ${tx.now})
    on conflict (kind, serial) do nothing`)
  return added === 1
}

export interface NewTerm {
  readonly id: string
  readonly itemId: string
  readonly personId: string
  readonly note: string
  readonly recordedBy: string
}

/** Ends the term that runs and begins the next one at the same instant. */
export async function beginTerm(tx: Tx, term: NewTerm): Promise<void> {
  await endTerm(tx, term.itemId)
  await tx.run(sql`
    insert into custody_terms (id, item_id, person_id, held_from, note, recorded_by)
    values (${term.id}, ${term.itemId}, ${term.personId}, ${tx.now}, ${term.note}, ${term.recordedBy})`)
}

export async function endTerm(tx: Tx, itemId: string): Promise<void> {
  await tx.run(sql`update custody_terms set held_to = ${tx.now} where item_id = ${itemId} and held_to is null`)
}

export async function retireItemRow(tx: Tx, itemId: string, reason: string): Promise<void> {
  await tx.run(sql`
    update custody_items set retired_on = ${tx.today}, retired_because = ${reason}
    where id = ${itemId} and retired_on is null`)
}

const Keeper = z.object({ personId: z.string(), name: z.string() })

/** People of an agency who are there. */
export async function listKeepersOf(tx: Tx, agencyCode: string): Promise<z.infer<typeof Keeper>[]> {
  return tx.list(
    Keeper,
    sql`select p.id as person_id, p.name from staff_people p
        where p.agency_code = ${agencyCode} and p.left_at is null
          and not exists (select 1 from staff_users u where u.person_id = p.id and u.is_emergency)
        order by p.name, p.id limit 500`,
  )
}

/** Whether somebody may keep an item of this agency: a person of it who is there. */
export async function isKeeperThere(tx: Tx, personId: string, agencyCode: string): Promise<boolean> {
  const row = await tx.find(
    Keeper,
    sql`select p.id as person_id, p.name from staff_people p where p.id = ${personId} and p.left_at is null
          and p.agency_code = ${agencyCode}`,
  )
  return row !== undefined
}
