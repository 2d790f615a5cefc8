import { z } from 'zod'
import { DocumentType } from '@xingtan/contract/document'
import { RealNameState } from '@xingtan/contract/account'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Bytes = z.instanceof(Buffer)

const Applicant = z.object({
  id: z.string(),
  documentType: DocumentType,
  numberSealed: Bytes,
  personIndex: Bytes,
  name: z.string(),
  sex: z.union([z.literal(1), z.literal(2)]),
  birthOn: z.string(),
  ethnicGroup: z.string().nullable(),
  phoneSealed: Bytes,
  phoneIndex: Bytes,
  realNameState: RealNameState,
  realNameCheckedAt: z.date().nullable(),
})
export type Applicant = z.infer<typeof Applicant>

export interface NewAccount extends Omit<Applicant, 'ethnicGroup' | 'realNameState' | 'realNameCheckedAt'> {
  readonly passwordHash: string
}

/** Opens an account that lapses in 24 hours unless the real-name check claims the number for it (ACC-1). */
export async function insertAccount(tx: Tx, account: NewAccount): Promise<void> {
  await tx.run(sql`
    insert into accounts (id, document_type, number_sealed, person_index, name, sex, birth_on, phone_sealed, phone_index,
      password_hash, real_name_state, created_at, lapses_at)
    values (${account.id}, ${account.documentType}, ${account.numberSealed}, ${account.personIndex}, ${account.name},
      ${account.sex}, ${account.birthOn}, ${account.phoneSealed}, ${account.phoneIndex}, ${account.passwordHash},
      'waiting', ${tx.now}, ${tx.now}::timestamptz + interval '24 hours')`)
}

/** The account that is in scope: the signed-in person's own, or (for the worker) the one asked for. */
export async function findAccount(tx: Tx, id: string): Promise<Applicant | undefined> {
  return tx.find(
    Applicant,
    sql`select id, document_type, number_sealed, person_index, name, sex, birth_on, ethnic_group, phone_sealed, phone_index,
          real_name_state, real_name_checked_at
        from accounts where id = ${id}`,
  )
}

const SignInRow = z.object({
  id: z.string(),
  passwordHash: z.string(),
  phoneSealed: Bytes,
  phoneIndex: Bytes,
  claimed: z.boolean(),
})
export type SignInRow = z.infer<typeof SignInRow>

/** Accounts that stand under a number: the claimed one first, then unproven ones that have not lapsed. */
export async function listAccountsForSignIn(tx: Tx, personIndex: Buffer): Promise<SignInRow[]> {
  return tx.list(
    SignInRow,
    sql`select id, password_hash, phone_sealed, phone_index, claimed from accounts_for_sign_in(${personIndex})`,
  )
}

export async function savePhone(
  tx: Tx,
  accountId: string,
  { phoneSealed, phoneIndex }: { readonly phoneSealed: Buffer; readonly phoneIndex: Buffer },
): Promise<void> {
  await tx.run(sql`
    update accounts set phone_sealed = ${phoneSealed}, phone_index = ${phoneIndex}, recovered_at = ${tx.now}
    where id = ${accountId}`)
}

export async function updateEthnicGroup(tx: Tx, accountId: string, ethnicGroup: string): Promise<void> {
  await tx.run(sql`update accounts set ethnic_group = ${ethnicGroup} where id = ${accountId}`)
}

/** A corrected name before a new check; a proven account keeps its name until the source proves the new one. */
export async function markRealNameWaiting(tx: Tx, accountId: string, name: string | null): Promise<void> {
  await tx.run(sql`
    update accounts set name = coalesce(${name}, name), real_name_state = 'waiting'
    where id = ${accountId} and real_name_state <> 'proven'`)
}

/** Claims the number for this account; the unique index decides when two try (ACC-1). */
export async function markProven(tx: Tx, accountId: string): Promise<void> {
  await tx.run(sql`
    update accounts set real_name_state = 'proven', real_name_checked_at = ${tx.now}, claimed_at = ${tx.now}, lapses_at = null
    where id = ${accountId} and real_name_state <> 'proven'`)
}

export async function markRealNameFailed(
  tx: Tx,
  accountId: string,
  state: 'mismatch' | 'not-found' | 'taken',
): Promise<void> {
  await tx.run(sql`
    update accounts set real_name_state = ${state}, real_name_checked_at = ${tx.now}
    where id = ${accountId} and real_name_state <> 'proven'`)
}

/** Whether another account has claimed the number already. */
export async function isNumberClaimed(tx: Tx, personIndex: Buffer, exceptId: string): Promise<boolean> {
  const rows = await tx.list(
    z.object({ id: z.string() }),
    sql`select id from accounts where person_index = ${personIndex} and claimed_at is not null and id <> ${exceptId}`,
  )
  return rows.length > 0
}

/** Deletes accounts whose 24 hours passed unproven; returns how many. */
export async function deleteLapsedAccounts(tx: Tx): Promise<number> {
  return tx.run(sql`delete from accounts where lapses_at < ${tx.now}`)
}
