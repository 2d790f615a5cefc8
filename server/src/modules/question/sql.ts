import type { Business } from '@xingtan/contract/notice'
import { QuestionCategory } from '@xingtan/contract/question'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const PublicQuestion = z.object({
  questionId: z.string(),
  category: QuestionCategory,
  question: z.string(),
  answer: z.string(),
  keywords: z.array(z.string()),
})
export type PublicQuestion = z.infer<typeof PublicQuestion>

export interface QuestionWish {
  /** Regions meant; null asks for those of nation and provinces. */
  readonly regions: readonly string[] | null
  readonly business: Business | undefined
  readonly limit: number
}

/** Questions that are published, in the order offices gave them. */
export async function listPublished(tx: Tx, wish: QuestionWish): Promise<PublicQuestion[]> {
  const regions = wish.regions === null ? null : [...wish.regions]
  return tx.list(
    PublicQuestion,
    sql`select id as question_id, category, question, answer, keywords from questions
        where is_published and (region_code = any(${regions}::text[]) or (${regions}::text[] is null and region_code like '__0000'))
          and (${wish.business ?? null}::text is null or business in (${wish.business ?? null}, 'all'))
        order by position, region_code, id limit ${wish.limit}`,
  )
}

const SearchWordRow = z.object({ word: z.string(), meaning: z.string() })

export async function listSearchWords(tx: Tx): Promise<z.infer<typeof SearchWordRow>[]> {
  return tx.list(SearchWordRow, sql`select word, meaning from search_words`)
}

/** Answers false when there is no such question to answer about. */
export async function upsertVote(
  tx: Tx,
  vote: { readonly questionId: string; readonly deviceHash: Buffer; readonly isSolved: boolean },
): Promise<boolean> {
  const counted = await tx.run(sql`
    insert into question_votes (question_id, device_hash, is_solved, voted_on)
    select id, ${vote.deviceHash}, ${vote.isSolved}, ${tx.today} from questions where id = ${vote.questionId} and is_published
    on conflict (question_id, device_hash) do update set is_solved = excluded.is_solved, voted_on = excluded.voted_on`)
  return counted === 1
}
