import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

/** How many counted checks of this kind were asked for on that day. */
export async function countTriesOn(tx: Tx, accountId: string, day: string): Promise<number> {
  const row = await tx.get(
    z.object({ count: z.number() }),
    sql`select count(*)::int as count from verifications
        where account_id = ${accountId} and kind = 'real-name' and requested_on = ${day} and counts`,
  )
  return row.count
}

/** Opens a real-name check; undefined while one is open already. */
export async function openRealNameCheck(tx: Tx, accountId: string): Promise<string | undefined> {
  const id = randomUUID()
  const opened = await tx.run(sql`
    insert into verifications (id, account_id, kind, state, requested_at, requested_on)
    values (${id}, ${accountId}, 'real-name', 'requested', ${tx.now}, ${tx.today}) on conflict do nothing`)
  return opened === 1 ? id : undefined
}

const OpenCheck = z.object({ id: z.string(), accountId: z.string() })

export async function findOpenRealNameCheck(tx: Tx, id: string): Promise<z.infer<typeof OpenCheck> | undefined> {
  return tx.find(
    OpenCheck,
    sql`select id, account_id from verifications where id = ${id} and state <> 'answered' for update`,
  )
}

/** The source did not answer: the check stays open, is late, and does not count as a try (ACC-2). */
export async function markCheckLate(tx: Tx, id: string, outcome: 'source-down' | 'limited'): Promise<void> {
  await tx.run(sql`
    update verifications set state = 'late', outcome = ${outcome}, counts = false, tries = tries + 1
    where id = ${id} and state <> 'answered'`)
}

export async function markCheckAnswered(
  tx: Tx,
  answer: {
    readonly id: string
    readonly outcome: 'match' | 'mismatch' | 'not-found'
    readonly fields: readonly string[]
  },
): Promise<void> {
  await tx.run(sql`
    update verifications set state = 'answered', outcome = ${answer.outcome}, differing_fields = ${[...answer.fields]},
      answered_at = ${tx.now}, counts = true, tries = tries + 1
    where id = ${answer.id}`)
}
