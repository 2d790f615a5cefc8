import type { QuestionContent } from '@xingtan/contract/office/question'
import { Business } from '@xingtan/contract/notice'
import { QuestionCategory } from '@xingtan/contract/question'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const StoredQuestion = z.object({
  questionId: z.string(),
  category: QuestionCategory,
  business: Business,
  regionCode: z.string(),
  regionName: z.string(),
  question: z.string(),
  answer: z.string(),
  keywords: z.array(z.string()),
  position: z.number(),
  isPublished: z.boolean(),
  revision: z.number(),
  changedBy: z.string(),
  changedAt: z.date(),
  solved: z.number(),
  unsolved: z.number(),
})
export type StoredQuestion = z.infer<typeof StoredQuestion>

/** Questions of one agency with the voices about each; at most five hundred. */
export async function listOwn(tx: Tx, agencyCode: string): Promise<StoredQuestion[]> {
  return tx.list(
    StoredQuestion,
    sql`select q.id as question_id, q.category, q.business, q.region_code, r.name as region_name, q.question, q.answer, q.keywords,
          q.position, q.is_published, q.revision, coalesce(p.name, '系统预置') as changed_by, q.changed_at,
          (select count(*) from question_votes v where v.question_id = q.id and v.is_solved)::int as solved,
          (select count(*) from question_votes v where v.question_id = q.id and not v.is_solved)::int as unsolved
        from questions q join regions r on r.code = q.region_code
        left join staff_users u on u.id = q.changed_by left join staff_people p on p.id = u.person_id
        where q.agency_code = ${agencyCode} order by q.category, q.position, q.id limit 500`,
  )
}

interface NewQuestion extends QuestionContent {
  readonly questionId: string
  readonly agencyCode: string
  readonly userId: string
}

export async function insertQuestion(tx: Tx, row: NewQuestion): Promise<void> {
  await tx.run(sql`
    insert into questions (id, agency_code, category, business, region_code, question, answer, keywords, position, is_published,
      changed_by, changed_at)
    values (${row.questionId}, ${row.agencyCode}, ${row.category}, ${row.business}, ${row.regionCode}, ${row.question},
      ${row.answer}, ${row.keywords}, ${row.position}, ${row.isPublished}, ${row.userId}, ${tx.now})`)
}

const Found = z.object({ found: z.boolean() })

/** Whether the question is one of the own agency. */
export async function isOwnQuestion(tx: Tx, questionId: string): Promise<boolean> {
  const { found } = await tx.get(
    Found,
    sql`select exists (select 1 from questions where id = ${questionId} and agency_code = app_agency_code()) as found`,
  )
  return found
}

/** Writes over the revision that was seen; false when somebody saved meanwhile. */
export async function updateQuestion(tx: Tx, row: NewQuestion & { readonly revision: number }): Promise<boolean> {
  const changed = await tx.run(sql`
    update questions set category = ${row.category}, business = ${row.business}, region_code = ${row.regionCode},
      question = ${row.question}, answer = ${row.answer}, keywords = ${row.keywords}, position = ${row.position},
      is_published = ${row.isPublished}, revision = revision + 1, changed_by = ${row.userId}, changed_at = ${tx.now}
    where id = ${row.questionId} and agency_code = app_agency_code() and revision = ${row.revision}`)
  return changed === 1
}
