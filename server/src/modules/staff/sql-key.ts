import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Passkey = z.object({
  serial: z.string(),
  credentialId: z.instanceof(Buffer),
  publicKey: z.instanceof(Buffer),
})
export type Passkey = z.infer<typeof Passkey>

/** Passkeys of a user that are not revoked, the newest first. */
export async function listPasskeys(tx: Tx, userId: string): Promise<Passkey[]> {
  return tx.list(
    Passkey,
    sql`select p.serial, p.credential_id, p.public_key
        from staff_passkeys p join staff_keys k on k.serial = p.serial and k.revoked_at is null
        where p.user_id = ${userId} order by k.registered_at desc`,
  )
}

/** Moves the counter of a passkey on; false when it stood still or went back, as a copy's does. */
export async function advancePasskey(tx: Tx, serial: string, signCount: number): Promise<boolean> {
  const moved = await tx.run(sql`
    update staff_passkeys set sign_count = ${signCount}, used_at = ${tx.now}
    where serial = ${serial} and (sign_count < ${signCount} or (sign_count = 0 and ${signCount} = 0))`)
  return moved === 1
}

/** Files a passkey; false when this credential is on file already, whoever holds it. */
export async function insertPasskey(
  tx: Tx,
  passkey: Passkey & { readonly userId: string; readonly signCount: number; readonly label: string },
): Promise<boolean> {
  const isKnown = await tx.find(
    z.object({ serial: z.string() }),
    sql`select serial from staff_passkeys where credential_id = ${passkey.credentialId}`,
  )
  if (isKnown !== undefined) return false
  await tx.run(sql`
    insert into staff_keys (serial, user_id, kind, registered_at)
    values (${passkey.serial}, ${passkey.userId}, 'passkey', ${tx.now})`)
  await tx.run(sql`
    insert into staff_passkeys (serial, user_id, credential_id, public_key, sign_count, label)
    values (${passkey.serial}, ${passkey.userId}, ${passkey.credentialId}, ${passkey.publicKey}, ${passkey.signCount}, ${passkey.label})`)
  return true
}

/** Revokes a passkey of this user; false when there is none of that serial in force. */
export async function revokePasskey(tx: Tx, userId: string, serial: string): Promise<boolean> {
  const revoked = await tx.run(sql`
    update staff_keys set revoked_at = ${tx.now}
    where serial = ${serial} and user_id = ${userId} and kind = 'passkey' and revoked_at is null`)
  return revoked === 1
}

const KeyKind = z.object({ kind: z.enum(['sm2', 'passkey']) })

export async function getKeyKind(tx: Tx, serial: string): Promise<'sm2' | 'passkey'> {
  return (await tx.get(KeyKind, sql`select kind from staff_keys where serial = ${serial}`)).kind
}

const OwnKey = z.object({
  serial: z.string(),
  kind: z.enum(['sm2', 'passkey']),
  label: z.string().nullable(),
  registeredAt: z.date(),
  usedAt: z.date().nullable(),
})

/** Keys of a user in force. */
export async function listKeys(tx: Tx, userId: string): Promise<z.infer<typeof OwnKey>[]> {
  return tx.list(
    OwnKey,
    sql`select k.serial, k.kind, p.label, k.registered_at, p.used_at
        from staff_keys k left join staff_passkeys p on p.serial = k.serial
        where k.user_id = ${userId} and k.revoked_at is null order by k.kind desc, k.registered_at`,
  )
}
