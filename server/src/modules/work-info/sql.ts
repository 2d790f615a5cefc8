import { z } from 'zod'
import { AgencyLevel } from '@xingtan/contract/agency-reference'
import { WorkInfoState } from '@xingtan/contract/office/work-info'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Collection = z.object({
  collectionId: z.string(),
  collectorCode: z.string(),
  collectorName: z.string(),
  year: z.number(),
  dueOn: z.string(),
  note: z.string(),
})
export type Collection = z.infer<typeof Collection>

/** Collections the agency takes part in, newest first. */
export async function listCollections(tx: Tx, agencyCode: string): Promise<Collection[]> {
  return tx.list(
    Collection,
    sql`select c.id as collection_id, c.agency_code as collector_code, a.name as collector_name, c.year, c.due_on, c.note
        from work_info_collections c join agencies a on a.code = c.agency_code
        where agency_is_under(${agencyCode}, c.agency_code) order by c.year desc, c.opened_at desc limit 20`,
  )
}

export async function insertCollection(
  tx: Tx,
  row: {
    readonly id: string
    readonly agencyCode: string
    readonly year: number
    readonly dueOn: string
    readonly note: string
    readonly openedBy: string
  },
): Promise<void> {
  await tx.run(sql`
    insert into work_info_collections (id, agency_code, year, due_on, note, opened_by, opened_at)
    values (${row.id}, ${row.agencyCode}, ${row.year}, ${row.dueOn}, ${row.note}, ${row.openedBy}, ${tx.now})`)
}

const Form = z.object({
  id: z.string(),
  collectionId: z.string(),
  agencyCode: z.string(),
  version: z.number(),
  creditCode: z.string(),
  staffSealed: z.instanceof(Buffer),
  networkAddresses: z.array(z.string()),
  scanFileId: z.string().nullable(),
  state: z.enum(['filling', 'handed-in', 'returned', 'accepted']),
  heldBy: z.string(),
  returnedBecause: z.string().nullable(),
})
export type WorkInfoForm = z.infer<typeof Form>

const columns = sql`id, collection_id, agency_code, version, credit_code, staff_sealed, network_addresses, scan_file_id, state,
  held_by, returned_because`

/** The form of an agency in a collection. */
export async function findFormOf(tx: Tx, collectionId: string, agencyCode: string): Promise<WorkInfoForm | undefined> {
  return tx.find(
    Form,
    sql`select ${columns} from work_info_forms where collection_id = ${collectionId} and agency_code = ${agencyCode}`,
  )
}

/** A form that lies on the own desk, under its lock. */
export async function lockFormHeld(tx: Tx, formId: string): Promise<WorkInfoForm | undefined> {
  return tx.find(Form, sql`select ${columns} from work_info_forms where id = ${formId} for update`)
}

export interface FormContent {
  readonly creditCode: string
  readonly staffSealed: Buffer
  readonly staffCount: number
  readonly networkAddresses: readonly string[]
}

export async function insertForm(
  tx: Tx,
  form: FormContent & { readonly id: string; readonly collectionId: string; readonly agencyCode: string },
): Promise<void> {
  await tx.run(sql`
    insert into work_info_forms (id, collection_id, agency_code, credit_code, staff_sealed, staff_count, network_addresses, state, held_by, saved_at)
    values (${form.id}, ${form.collectionId}, ${form.agencyCode}, ${form.creditCode}, ${form.staffSealed}, ${form.staffCount},
      ${[...form.networkAddresses]}, 'filling', ${form.agencyCode}, ${tx.now})`)
}

/** Saves over the version that was seen; answers whether it still stood. */
export async function saveForm(
  tx: Tx,
  form: FormContent & { readonly id: string; readonly version: number },
): Promise<boolean> {
  const touched = await tx.run(sql`
    update work_info_forms set credit_code = ${form.creditCode}, staff_sealed = ${form.staffSealed}, staff_count = ${form.staffCount},
      network_addresses = ${[...form.networkAddresses]}, saved_at = ${tx.now}, version = version + 1
    where id = ${form.id} and version = ${form.version} and state in ('filling', 'returned')`)
  return touched === 1
}

export async function attachScan(tx: Tx, formId: string, fileId: string): Promise<boolean> {
  const touched = await tx.run(sql`
    update work_info_forms set scan_file_id = ${fileId}, version = version + 1
    where id = ${formId} and state in ('filling', 'returned')`)
  return touched === 1
}

export interface FormMove {
  readonly id: string
  readonly version: number
  readonly state: 'handed-in' | 'returned' | 'accepted'
  readonly heldBy: string
  readonly reason: string | null
}

/** Lays the form on another desk; answers whether the version that was seen still stood. */
export async function moveForm(tx: Tx, move: FormMove): Promise<boolean> {
  const touched = await tx.run(sql`
    update work_info_forms set state = ${move.state}, held_by = ${move.heldBy}, returned_because = ${move.reason},
      handed_in_at = coalesce(handed_in_at, ${tx.now}), version = version + 1
    where id = ${move.id} and version = ${move.version}`)
  return touched === 1
}

export async function appendFormEvent(
  tx: Tx,
  event: {
    readonly formId: string
    readonly kind: 'handed-in' | 'passed-on' | 'returned' | 'accepted'
    readonly agencyCode: string
    readonly userId: string
    readonly reason: string | null
  },
): Promise<void> {
  await tx.run(sql`
    insert into work_info_events (form_id, seq, kind, agency_code, user_id, at, reason)
    select ${event.formId}, coalesce(max(seq), 0) + 1, ${event.kind}, ${event.agencyCode}, ${event.userId}, ${tx.now}, ${event.reason}
    from work_info_events where form_id = ${event.formId}`)
}

const FormEvent = z.object({
  kind: z.string(),
  agencyName: z.string(),
  at: z.date(),
  reason: z.string().nullable(),
})

export async function listFormEvents(tx: Tx, formId: string): Promise<z.infer<typeof FormEvent>[]> {
  return tx.list(
    FormEvent,
    sql`select e.kind, a.name as agency_name, e.at, e.reason from work_info_events e join agencies a on a.code = e.agency_code
        where e.form_id = ${formId} order by e.seq`,
  )
}

const BoardRow = z.object({
  code: z.string(),
  name: z.string(),
  level: AgencyLevel,
  formId: z.string().nullable(),
  version: z.number(),
  state: WorkInfoState,
  heldBy: z.string().nullable(),
  heldByName: z.string().nullable(),
  isLate: z.boolean(),
  staffCount: z.number(),
  scanFileId: z.string().nullable(),
})
export type BoardRow = z.infer<typeof BoardRow>

/** Every agency of a tree that still stands with its form, by code, by keyset. */
export async function listBoard(
  tx: Tx,
  asked: {
    readonly collectionId: string
    readonly topCode: string
    readonly state: WorkInfoState | null
    readonly after: string
    readonly limit: number
  },
): Promise<BoardRow[]> {
  return tx.list(
    BoardRow,
    sql`select a.code, a.name, a.level, f.id as form_id, coalesce(f.version, 0) as version, coalesce(f.state, 'missing') as state,
          f.held_by, h.name as held_by_name, coalesce(f.staff_count, 0) as staff_count, f.scan_file_id,
          coalesce((f.handed_in_at at time zone 'Asia/Shanghai')::date, ${tx.today}::date) > c.due_on as is_late
        from agencies a join work_info_collections c on c.id = ${asked.collectionId}
        left join work_info_forms f on f.collection_id = c.id and f.agency_code = a.code
        left join agencies h on h.code = f.held_by
        where a.code in (select agencies_under(${asked.topCode})) and a.status = 'active' and a.code > ${asked.after}
          and (${asked.state}::text is null or coalesce(f.state, 'missing') = ${asked.state})
        order by a.code limit ${asked.limit}`,
  )
}

const ExportRow = Form.pick({ creditCode: true, staffSealed: true, networkAddresses: true, state: true }).extend({
  code: z.string(),
  name: z.string(),
})

/** Forms handed in or accepted of a tree, by code. */
export async function listHandedIn(
  tx: Tx,
  collectionId: string,
  topCode: string,
): Promise<z.infer<typeof ExportRow>[]> {
  return tx.list(
    ExportRow,
    sql`select a.code, a.name, f.credit_code, f.staff_sealed, f.network_addresses, f.state
        from work_info_forms f join agencies a on a.code = f.agency_code
        where f.collection_id = ${collectionId} and f.state in ('handed-in', 'accepted')
          and a.code in (select agencies_under(${topCode})) order by a.code`,
  )
}
