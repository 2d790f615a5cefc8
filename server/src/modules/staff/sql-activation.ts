import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

/** A new code for a user; the one before is over. */
export async function insertActivation(
  tx: Tx,
  code: { readonly userId: string; readonly codeHash: Buffer; readonly expiresAt: Date },
): Promise<string> {
  const id = randomUUID()
  await tx.run(sql`
    update staff_activations set ended_at = ${tx.now} where user_id = ${code.userId} and used_at is null and ended_at is null`)
  await tx.run(sql`
    insert into staff_activations (id, user_id, code_hash, expires_at, created_at)
    values (${id}, ${code.userId}, ${code.codeHash}, ${code.expiresAt}, ${tx.now})`)
  return id
}

const OpenActivation = z.object({
  id: z.string(),
  userId: z.string(),
  codeHash: z.instanceof(Buffer),
  username: z.string(),
})
export type OpenActivation = z.infer<typeof OpenActivation>

/** Counts one of five tries on the open code of an enabled user of this name; undefined when there is none (S-011). */
export async function takeActivationTry(tx: Tx, username: string): Promise<OpenActivation | undefined> {
  return tx.find(
    OpenActivation,
    sql`update staff_activations c set tries = c.tries + 1 from staff_users u
        where u.id = c.user_id and u.username = ${username} and u.enabled and c.used_at is null and c.ended_at is null
          and c.expires_at > ${tx.now} and c.tries < 5
        returning c.id, c.user_id, c.code_hash, u.username`,
  )
}

const Activated = z.object({ userId: z.string().nullable() })

/** Sets the password and uses the code up; undefined when somebody was faster or the time is over. */
export async function useActivation(tx: Tx, id: string, passwordHash: string): Promise<string | undefined> {
  const { userId } = await tx.get(Activated, sql`select activate_staff_user(${id}, ${passwordHash}) as user_id`)
  return userId ?? undefined
}

const Waiting = z.object({ id: z.string(), username: z.string() })

/** Enabled users of a person who have never had a code: theirs goes out once the person is filed. */
export async function listUsersWithoutCode(tx: Tx, personId: string): Promise<z.infer<typeof Waiting>[]> {
  return tx.list(
    Waiting,
    sql`select u.id, u.username from staff_users u where u.person_id = ${personId} and u.enabled and u.activated_at is null
          and u.opened_by is not null and not exists (select 1 from staff_activations c where c.user_id = u.id)`,
  )
}
