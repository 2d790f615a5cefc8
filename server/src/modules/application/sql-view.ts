import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const ChosenReasons = z.array(z.object({ code: z.string(), note: z.string().nullable() }))
const ReasonsRow = z.object({ reasons: ChosenReasons, at: z.date() })

/** Reasons of the newest refusal at the desk; read here, written by the confirmation module. */
export async function findConfirmationReasons(
  tx: Tx,
  applicationId: string,
): Promise<z.infer<typeof ReasonsRow> | undefined> {
  return tx.find(
    ReasonsRow,
    sql`select reasons, decided_at as at from confirmations
        where application_id = ${applicationId} and result = 'refused' order by decided_at desc limit 1`,
  )
}

/** Reasons of the conclusion 认定未通过; read here, written by the decision module. */
export async function findDecisionReasons(
  tx: Tx,
  applicationId: string,
): Promise<z.infer<typeof ReasonsRow> | undefined> {
  return tx.find(
    ReasonsRow,
    sql`select reasons, decided_at as at from decisions where application_id = ${applicationId} and conclusion = 'failed'
          and superseded_at is null`,
  )
}

const CertificateRow = z.object({ certificateId: z.string(), number: z.string(), issuedOn: z.string() })

/** The certificate the case led to; read here, written by the certificate module. */
export async function findCertificateOf(
  tx: Tx,
  applicationId: string,
): Promise<z.infer<typeof CertificateRow> | undefined> {
  return tx.find(
    CertificateRow,
    sql`select id as certificate_id, number, issued_on from certificates where application_id = ${applicationId}`,
  )
}

/** Whether a review of a conclusion of this case was ever asked for (APP-15). */
export async function hasReviewRequest(tx: Tx, applicationId: string): Promise<boolean> {
  const { asked } = await tx.get(
    z.object({ asked: z.boolean() }),
    sql`select exists (select 1 from review_requests where application_id = ${applicationId}) as asked`,
  )
  return asked
}

const MessageRow = z.object({ at: z.date(), from: z.string(), text: z.string(), isUnread: z.boolean() })

/** 留言 of the offices about a case, oldest first; read here, written by the message module. */
export async function listCaseMessages(tx: Tx, applicationId: string): Promise<z.infer<typeof MessageRow>[]> {
  return tx.list(
    MessageRow,
    sql`select created_at as at, sender as "from", coalesce(body, '') as text, state = 'unread' as is_unread from messages
        where application_id = ${applicationId} and channel = 'site' order by created_at, id`,
  )
}

export async function markCaseMessagesRead(tx: Tx, applicationId: string): Promise<void> {
  await tx.run(sql`
    update messages set state = 'read' where application_id = ${applicationId} and channel = 'site' and state = 'unread'`)
}

const UnreadRow = z.object({ applicationId: z.string(), count: z.number() })

/** Unread 留言 of a person by case. */
export async function countUnreadMessages(tx: Tx, accountId: string): Promise<Map<string, number>> {
  const rows = await tx.list(
    UnreadRow,
    sql`select application_id, count(*)::int as count from messages
        where account_id = ${accountId} and application_id is not null and channel = 'site' and state = 'unread'
        group by application_id`,
  )
  return new Map(rows.map((row) => [row.applicationId, row.count]))
}

const RoundRow = z.object({ id: z.string() })

/** Rounds that are running; read here, written by the plan module. */
export async function listRunningRounds(tx: Tx): Promise<Set<string>> {
  const rows = await tx.list(RoundRow, sql`select id from rounds where opens_at <= ${tx.now} and closes_at > ${tx.now}`)
  return new Set(rows.map((row) => row.id))
}
