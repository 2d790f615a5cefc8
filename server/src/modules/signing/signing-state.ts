import type { Signing, SigningState } from '@xingtan/contract/signing'
import type { z } from 'zod'
import type { SigningRow } from './sql.ts'

type State = z.infer<typeof SigningState>

/** Where a signing stands at an instant; once signed it waits for its owner, however long the token has been over. */
export function signingStateOf(row: SigningRow, now: Date): State {
  if (row.rejectedAt !== null) return 'rejected'
  if (row.acceptedAt !== null) return 'accepted'
  if (row.signedAt !== null) return 'signed'
  if (row.expiresAt <= now) return 'expired'
  return row.openedAt === null ? 'offered' : 'opened'
}

/** A signing as its owner sees it. */
export function toSigning(row: SigningRow, now: Date, previewUrl: string | null): Signing {
  return {
    signingId: row.id,
    state: signingStateOf(row, now),
    expiresAt: row.expiresAt.toISOString(),
    device: row.device,
    sameDevice: row.signingDeviceHash === null ? null : row.signingDeviceHash.equals(row.offeredDeviceHash),
    previewUrl,
  }
}
