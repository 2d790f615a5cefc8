import type { ConsultationContact } from '@xingtan/contract/consultation'
import type { Context, WorkTx } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getApplicant, takePhoneCode, takeProof } from '../account/index.ts'

export interface ProvenContact {
  readonly accountId: string | null
  readonly nameSealed: Buffer | null
  readonly phoneSealed: Buffer | null
  readonly phoneIndex: Buffer | null
}

const NOBODY: ProvenContact = { accountId: null, nameSealed: null, phoneSealed: null, phoneIndex: null }

/** Spends what proves a contact before anything is stored; a wrong code costs its try. */
export async function proveContact(ctx: Context, contact: ConsultationContact): Promise<void> {
  if (contact.kind === 'phone') {
    const { phoneCodeId, phone, code } = contact
    await takePhoneCode(ctx, { phoneCodeId, phone, code, purpose: 'consultation' })
  }
  if (contact.kind === 'anonymous' && !(await takeProof(ctx, contact.proof, 'consultation'))) {
    throw problem('consultation.proof-refused', { field: 'contact' })
  }
}

/** What is kept of a proven contact: sealed name and number, or nothing at all. */
export async function sealContact(ctx: Context, tx: WorkTx, contact: ConsultationContact): Promise<ProvenContact> {
  if (contact.kind === 'anonymous') return NOBODY
  if (contact.kind === 'phone') {
    return {
      accountId: null,
      nameSealed: ctx.crypto.sealColumn(contact.name),
      phoneSealed: ctx.crypto.sealColumn(contact.phone),
      phoneIndex: ctx.crypto.blindIndex('phone', contact.phone),
    }
  }
  const { id, name, phoneSealed, phoneIndex } = await getApplicant(tx)
  return { accountId: id, nameSealed: ctx.crypto.sealColumn(name), phoneSealed, phoneIndex }
}
