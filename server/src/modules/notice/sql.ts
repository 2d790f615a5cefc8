import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const NoticeLine = z.object({ id: z.string(), title: z.string(), publishedAt: z.date() })
const Notice = NoticeLine.extend({ publisher: z.string(), paragraphs: z.array(z.string()) })
const Question = z.object({ question: z.string(), answer: z.string() })

/** The newest announcements that are out and not taken down. */
export async function listNotices(tx: Tx, limit: number): Promise<z.infer<typeof NoticeLine>[]> {
  return tx.list(
    NoticeLine,
    sql`select id, title, published_at from notices
        where published_at <= ${tx.now} and (taken_down_at is null or taken_down_at > ${tx.now})
        order by published_at desc limit ${limit}`,
  )
}

export async function findNotice(tx: Tx, id: string): Promise<z.infer<typeof Notice> | undefined> {
  return tx.find(
    Notice,
    sql`select id, title, published_at, publisher, paragraphs from notices
        where id = ${id} and published_at <= ${tx.now} and (taken_down_at is null or taken_down_at > ${tx.now})`,
  )
}

export async function listQuestions(tx: Tx): Promise<z.infer<typeof Question>[]> {
  return tx.list(Question, sql`select question, answer from questions order by number`)
}
