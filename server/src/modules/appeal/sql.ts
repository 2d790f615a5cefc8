import { z } from 'zod'
import { ReviewOutcome } from '@xingtan/contract/appeal'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Standing = z.object({ decisionId: z.string(), deliveredOn: z.string().nullable(), hasRequest: z.boolean() })

/** The conclusion of one's own case that stands, the delivery of its letter, and whether a review was asked for. */
export async function findStandingDecision(
  tx: Tx,
  applicationId: string,
): Promise<z.infer<typeof Standing> | undefined> {
  return tx.find(
    Standing,
    sql`select d.id as decision_id, l.delivered_on,
          exists (select 1 from review_requests r where r.decision_id = d.id) as has_request
        from decisions d left join decision_letters l on l.decision_id = d.id
        where d.application_id = ${applicationId} and d.superseded_at is null`,
  )
}

const OwnRequest = z.object({
  id: z.string(),
  words: z.string(),
  requestedAt: z.date(),
  dueOn: z.string(),
  outcome: ReviewOutcome.nullable(),
  answer: z.string().nullable(),
  answeredAt: z.date().nullable(),
})

/** Review requests of a case in scope, newest first. */
export async function listRequestsOf(tx: Tx, applicationId: string): Promise<z.infer<typeof OwnRequest>[]> {
  return tx.list(
    OwnRequest,
    sql`select id, words, requested_at, due_on, outcome, answer, answered_at from review_requests
        where application_id = ${applicationId} order by requested_at desc, id`,
  )
}

const RequestFile = z.object({ fileId: z.string(), title: z.string() })

export async function listRequestFiles(tx: Tx, requestId: string): Promise<z.infer<typeof RequestFile>[]> {
  return tx.list(
    RequestFile,
    sql`select file_id, title from review_request_files where request_id = ${requestId} order by title, file_id`,
  )
}

export interface NewRequest {
  readonly id: string
  readonly applicationId: string
  readonly accountId: string
  readonly decisionId: string
  readonly agencyCode: string
  readonly words: string
  readonly dueOn: string
  readonly dueProvisional: boolean
}

export async function insertRequest(tx: Tx, row: NewRequest): Promise<void> {
  await tx.run(sql`
    insert into review_requests (id, application_id, account_id, decision_id, agency_code, words, requested_at, due_on, due_provisional)
    values (${row.id}, ${row.applicationId}, ${row.accountId}, ${row.decisionId}, ${row.agencyCode}, ${row.words}, ${tx.now},
      ${row.dueOn}, ${row.dueProvisional})`)
}

/** Hangs one uploaded file of this case on a request; false when the caller has no such file. */
export async function attachFile(
  tx: Tx,
  file: {
    readonly requestId: string
    readonly applicationId: string
    readonly fileId: string
    readonly title: string
  },
): Promise<boolean> {
  const count = await tx.run(sql`
    insert into review_request_files (request_id, file_id, title)
    select ${file.requestId}, f.id, ${file.title} from files f
    where f.id = ${file.fileId} and f.application_id = ${file.applicationId} and f.kind = 'material' and f.removed_at is null`)
  return count === 1
}

const Given = z.object({ score: z.number(), words: z.string().nullable() })

export async function findRating(tx: Tx, applicationId: string): Promise<z.infer<typeof Given> | undefined> {
  return tx.find(Given, sql`select score, words from case_ratings where application_id = ${applicationId}`)
}

export async function insertRating(
  tx: Tx,
  rating: {
    readonly applicationId: string
    readonly accountId: string
    readonly agencyCode: string
    readonly score: number
    readonly words: string | null
  },
): Promise<void> {
  await tx.run(sql`
    insert into case_ratings (application_id, account_id, agency_code, score, words, rated_at)
    values (${rating.applicationId}, ${rating.accountId}, ${rating.agencyCode}, ${rating.score}, ${rating.words}, ${tx.now})`)
}
