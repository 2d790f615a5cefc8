import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const SigningRow = z.object({
  id: z.string(),
  accountId: z.string(),
  draftId: z.string(),
  offeredDeviceHash: z.instanceof(Buffer),
  signingDeviceHash: z.instanceof(Buffer).nullable(),
  device: z.string().nullable(),
  fileId: z.string().nullable(),
  policyVersion: z.string(),
  expiresAt: z.date(),
  openedAt: z.date().nullable(),
  signedAt: z.date().nullable(),
  acceptedAt: z.date().nullable(),
  rejectedAt: z.date().nullable(),
})
export type SigningRow = z.infer<typeof SigningRow>

const columns = sql`id, account_id, draft_id, offered_device_hash, signing_device_hash, device, file_id, policy_version,
  expires_at, opened_at, signed_at, accepted_at, rejected_at`

export interface NewSigning {
  readonly accountId: string
  readonly draftId: string
  readonly tokenHash: Buffer
  readonly offeredDeviceHash: Buffer
  readonly policyVersion: string
  readonly expiresAt: Date
}

/** Offers a new signing; earlier ones of the draft that were not accepted die with it. */
export async function insertSigning(tx: Tx, signing: NewSigning): Promise<string> {
  const id = randomUUID()
  await tx.run(sql`
    update signings set rejected_at = ${tx.now}
    where draft_id = ${signing.draftId} and accepted_at is null and rejected_at is null`)
  await tx.run(sql`
    insert into signings (id, account_id, draft_id, token_hash, offered_device_hash, policy_version, offered_at, expires_at)
    values (${id}, ${signing.accountId}, ${signing.draftId}, ${signing.tokenHash}, ${signing.offeredDeviceHash},
      ${signing.policyVersion}, ${tx.now}, ${signing.expiresAt})`)
  return id
}

/** The signing if it is in the caller's scope. */
export async function findSigning(tx: Tx, id: string): Promise<SigningRow | undefined> {
  return tx.find(SigningRow, sql`select ${columns} from signings where id = ${id}`)
}

export async function lockSigning(tx: Tx, id: string): Promise<SigningRow | undefined> {
  return tx.find(SigningRow, sql`select ${columns} from signings where id = ${id} for update`)
}

const Owner = z.object({ signingId: z.string(), accountId: z.string() })

/** Whose signing a secret opens, asked by a phone without a session; nothing once it is over, used or rejected. */
export async function findOwnerBySecret(tx: Tx, secretHash: Buffer): Promise<z.infer<typeof Owner> | undefined> {
  return tx.find(Owner, sql`select signing_id, account_id from signing_by_secret(${secretHash})`)
}

/** The first device to come owns the token; the same device may open it again, another one may not. Answers 0 or 1. */
export async function claimSigning(
  tx: Tx,
  claim: {
    readonly id: string
    readonly deviceHash: Buffer
    readonly device: string
    readonly deviceKeyHash: Buffer
  },
): Promise<number> {
  return tx.run(sql`
    update signings set opened_at = coalesce(opened_at, ${tx.now}), signing_device_hash = ${claim.deviceHash},
      device = ${claim.device}, device_key_hash = ${claim.deviceKeyHash}
    where id = ${claim.id} and (signing_device_hash is null or signing_device_hash = ${claim.deviceHash})`)
}

/** Hands in the signature, once, from the device that opened the token. Answers 0 or 1. */
export async function markSigned(
  tx: Tx,
  signed: { readonly id: string; readonly deviceHash: Buffer; readonly fileId: string },
): Promise<number> {
  return tx.run(sql`
    update signings set signed_at = ${tx.now}, file_id = ${signed.fileId}
    where id = ${signed.id} and signed_at is null and rejected_at is null and signing_device_hash = ${signed.deviceHash}`)
}

export async function markAccepted(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`update signings set accepted_at = coalesce(accepted_at, ${tx.now}) where id = ${id}`)
}

export async function markRejected(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`update signings set rejected_at = ${tx.now} where id = ${id} and rejected_at is null`)
}
