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

const selected = sql`select a.id, a.version, a.registration_number, a.name, a.number_sealed, a.qualification_type,
  a.subject_name, p.name as point_name, a.status, a.stage, a.due_on, a.due_provisional, a.submitted_at, a.withdrawn_at,
  a.vetting_hit, a.review,
  array(select u.purpose || ':' || e.state from evidence_uses u join evidence e on e.id = u.evidence_id
        where u.application_id = a.id and u.state <> 'released' and e.state <> 'match' order by 1) as unproven
  from applications a join points p on p.id = a.point_id`

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
}

const anything = sql`true`

function afterMark(mark: QueueMark | null): Sql {
  if (mark === null) return anything
  if (mark.dueOn === null) return sql`a.due_on is null and a.id > ${mark.id}`
  return sql`(a.due_on is null or (a.due_on, a.id) > (${mark.dueOn}::date, ${mark.id}::uuid))`
}

/** Open cases in scope, oldest due day first, those without one last; by keyset on (due day, id). */
export async function listOpenCases(
  tx: Tx,
  { filter, after, limit }: { readonly filter: QueueFilter; readonly after: QueueMark | null; readonly limit: number },
): Promise<ListedCase[]> {
  const { stage, qualificationType, dueFrom, dueTo, agencyCode } = filter
  return tx.list(
    ListedCase,
    sql`${selected} where a.agency_code = ${agencyCode === undefined ? sql`app_agency_code()` : sql`${agencyCode}`}
      and a.stage <> 'closed'
      and ${stage === null ? anything : sql`a.stage = ${stage}`}
      and ${qualificationType === null ? anything : sql`a.qualification_type = ${qualificationType}`}
      and ${dueFrom === null ? anything : sql`a.due_on >= ${dueFrom}`}
      and ${dueTo === null ? anything : sql`a.due_on <= ${dueTo}`}
      and ${afterMark(after)}
      order by a.due_on, a.id limit ${limit}`,
  )
}

/** Where a page of closed cases ended. */
export interface ClosedMark {
  readonly submittedAt: string
  readonly id: string
}

/** Closed cases in scope, newest submission first. */
export async function listClosedCases(
  tx: Tx,
  asked: {
    readonly qualificationType: QualificationType | null
    readonly after: ClosedMark | null
    readonly limit: number
  },
): Promise<ListedCase[]> {
  const { qualificationType, after, limit } = asked
  return tx.list(
    ListedCase,
    sql`${selected} where a.agency_code = app_agency_code() and a.stage = 'closed'
      and ${qualificationType === null ? anything : sql`a.qualification_type = ${qualificationType}`}
      and ${
        after === null
          ? anything
          : sql`(a.submitted_at < ${after.submittedAt}::timestamptz
              or a.submitted_at = ${after.submittedAt}::timestamptz and a.id > ${after.id}::uuid)`
      }
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
