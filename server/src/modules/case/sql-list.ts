import { z } from 'zod'
import { ApplicationStatus } from '@xingtan/contract/application'
import { CaseStage } from '@xingtan/contract/office/case'
import { QualificationType } from '@xingtan/contract/qualification'
import type { Tx } from '../../platform/db.ts'
import { type Sql, sql } from '../../platform/sql.ts'

const ListedCase = z.object({
  id: z.string(),
  version: z.number(),
  registrationNumber: z.string(),
  name: z.string(),
  numberSealed: z.instanceof(Buffer),
  qualificationType: QualificationType,
  subjectName: z.string(),
  pointName: z.string(),
  status: ApplicationStatus,
  stage: CaseStage,
  dueOn: z.string().nullable(),
  dueProvisional: z.boolean(),
  submittedAt: z.date(),
  withdrawnAt: z.date().nullable(),
  vettingHit: z.boolean(),
  review: z.enum(['pass', 'fail']).nullable(),
  /** `purpose:state` of every record that is not proven. */
  unproven: z.array(z.string()),
})
export type ListedCase = z.infer<typeof ListedCase>

const columns = sql`a.id, a.version, a.registration_number, a.name, a.number_sealed, a.qualification_type,
  a.subject_name, p.name as point_name, a.status, a.stage, a.due_on, a.due_provisional, a.submitted_at, a.withdrawn_at,
  a.vetting_hit, a.review,
  array(select u.purpose || ':' || e.state from evidence_uses u join evidence e on e.id = u.evidence_id
        where u.application_id = a.id and u.state <> 'released' and e.state <> 'match' order by 1) as unproven`

const selected = sql`select ${columns} from applications a join points p on p.id = a.point_id`

/** Where a page of the queue ended. */
export interface QueueMark {
  readonly dueOn: string | null
  readonly id: string
}

export interface QueueFilter {
  readonly stage: CaseStage | null
  readonly qualificationType: QualificationType | null
  /** Due days, both counted. */
  readonly dueFrom: string | null
  readonly dueTo: string | null
  /** An agency below one's own, in a transaction that reaches there; one's own unless told. */
  readonly agencyCode?: string
  /** The officer's own point, which row-level security shows alone: told, its cases are found by index. */
  readonly pointId?: string | null
}

const anything = sql`true`

const OPEN_STAGES = CaseStage.exclude(['closed']).options
/** Cases without a due day stand behind all others; written out, for `coalesce` keeps row-level security from the index. */
const dueOn = sql`case when a.due_on is null then 'infinity'::date else a.due_on end`

function inFilter({ qualificationType, dueFrom, dueTo, agencyCode, pointId = null }: QueueFilter): Sql {
  return sql`a.agency_code = ${agencyCode === undefined ? sql`app_agency_code()` : sql`${agencyCode}`}
    and a.stage <> 'closed'
    and ${qualificationType === null ? anything : sql`a.qualification_type = ${qualificationType}`}
    and ${pointId === null ? anything : sql`a.point_id = ${pointId}`}
    and ${dueFrom === null && dueTo === null ? anything : sql`a.due_on is not null`}
    and ${dueFrom === null ? anything : sql`(${dueOn}) >= ${dueFrom}::date`}
    and ${dueTo === null ? anything : sql`(${dueOn}) <= ${dueTo}::date`}`
}

/**
 * Open cases in scope, oldest due day first, those without one last; by keyset on (due day, id). A page is taken from each
 * stage by its index and the pages are merged: whatever the filter, no more is read than a few pages.
 */
export async function listOpenCases(
  tx: Tx,
  { filter, after, limit }: { readonly filter: QueueFilter; readonly after: QueueMark | null; readonly limit: number },
): Promise<ListedCase[]> {
  const stages = filter.stage === null ? [...OPEN_STAGES] : [filter.stage]
  const later =
    after === null ? anything : sql`(${dueOn}, a.id) > (${after.dueOn ?? 'infinity'}::date, ${after.id}::uuid)`
  return tx.list(
    ListedCase,
    sql`select ${columns}
        from unnest(${stages}::text[]) wanted (stage)
        cross join lateral (
          select a.* from applications a where ${inFilter(filter)} and a.stage = wanted.stage and ${later}
          order by ${dueOn}, a.id limit ${limit}) a
        join points p on p.id = a.point_id
        order by ${dueOn}, a.id limit ${limit}`,
  )
}

/** Where a page of closed cases ended. */
export interface ClosedMark {
  readonly submittedAt: string
  readonly id: string
}

const TYPES = [1, 2, 3, 4, 5, 6, 7] as const

/** Closed cases in scope, newest submission first; a page of each type by its index, merged. */
export async function listClosedCases(
  tx: Tx,
  asked: {
    readonly qualificationType: QualificationType | null
    readonly after: ClosedMark | null
    readonly limit: number
  },
): Promise<ListedCase[]> {
  const { qualificationType, after, limit } = asked
  const types = qualificationType === null ? [...TYPES] : [qualificationType]
  const later =
    after === null
      ? anything
      : sql`a.submitted_at <= ${after.submittedAt}::timestamptz
          and (a.submitted_at < ${after.submittedAt}::timestamptz or a.id > ${after.id}::uuid)`
  return tx.list(
    ListedCase,
    sql`select ${columns}
        from unnest(${types}::smallint[]) wanted (type)
        cross join lateral (
          select a.* from applications a
          where a.agency_code = app_agency_code() and a.stage = 'closed' and a.qualification_type = wanted.type and ${later}
          order by a.submitted_at desc, a.id limit ${limit}) a
        join points p on p.id = a.point_id
        order by a.submitted_at desc, a.id limit ${limit}`,
  )
}

/** These cases as rows of a list, in scope, oldest due day first. */
export async function listCaseRows(tx: Tx, ids: readonly string[]): Promise<ListedCase[]> {
  return tx.list(ListedCase, sql`${selected} where a.id = any(${[...ids]}) order by a.due_on, a.id`)
}

/** Cases in scope under this 报名号 or any of these blind indexes, newest first. */
export async function searchCases(
  tx: Tx,
  wanted: { readonly registrationNumber: string; readonly personIndexes: readonly Buffer[] },
): Promise<ListedCase[]> {
  return tx.list(
    ListedCase,
    sql`${selected} where a.registration_number = ${wanted.registrationNumber}
        or a.person_index = any(${[...wanted.personIndexes]}::bytea[])
      order by a.submitted_at desc, a.id limit 20`,
  )
}

/** Behind every character: where a prefix ends in the order of bytes. */
const LAST = String.fromCodePoint(0x10_ff_ff)

/**
 * Cases of one's own agency whose name begins so, by the index of agency and name. The range is written out because the
 * planner may not look into `like` before row-level security has (its operators may leak, those of the range may not).
 */
export async function searchCasesByName(tx: Tx, prefix: string): Promise<ListedCase[]> {
  return tx.list(
    ListedCase,
    sql`${selected} where a.agency_code = app_agency_code() and a.name ~>=~ ${prefix} and a.name ~<~ ${prefix + LAST}
      order by a.name using ~<~, a.submitted_at desc, a.id limit 20`,
  )
}
