import type { Context } from '../../platform/context.ts'
import { getApplicant, throwUnlessReady } from '../account/index.ts'
import { openVerification } from './open-verification.ts'
import { type EvidenceRow, findEvidenceByKey, insertEvidence, markEvidenceWaiting } from './sql.ts'

interface Declared {
  readonly kind: 'putonghua' | 'education' | 'degree'
  readonly number: string
  readonly facts: object
}

/** Whether the source has said no and may be asked again. */
function mayAskAgain(record: EvidenceRow): boolean {
  return record.heldBy === null && (record.state === 'mismatch' || record.state === 'not-found')
}

/**
 * Takes a certificate number and asks its source. A number the person has entered before is the same record: proven or
 * being asked about it is answered as it stands, refused by its source it is asked about once more.
 */
export async function declareCertificate(ctx: Context, { kind, number, facts }: Declared): Promise<{ id: string }> {
  return ctx.command(async (tx) => {
    const applicant = await getApplicant(tx)
    throwUnlessReady(applicant)
    const accountId = applicant.id
    const inserted = await insertEvidence(tx, {
      accountId,
      kind,
      key: number,
      facts,
      state: 'waiting',
      trust: 'issuer',
    })
    const known = inserted === undefined ? await findEvidenceByKey(tx, { accountId, kind, key: number }) : undefined
    const id = inserted ?? known?.id
    if (id === undefined) throw new Error('a record was neither there nor written')
    if (inserted !== undefined || (known !== undefined && mayAskAgain(known))) {
      if (known !== undefined) await markEvidenceWaiting(tx, id)
      await openVerification(tx, { accountId, kind, subjectId: id })
    }
    tx.concerns('evidence', id, { kind })
    return { id }
  })
}
