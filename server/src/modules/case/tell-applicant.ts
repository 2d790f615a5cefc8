import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { postSiteMessages, queueManySms } from '../message/index.ts'
import type { CaseRecord } from './sql.ts'

export interface Told {
  /** Who speaks in the inbox. */
  readonly sender: string
  readonly template: string
  readonly sms: string
  /** What stands in the inbox; holds no document number. */
  readonly body: string
}

/** Tells the applicant by SMS and in the inbox, once per version of the case. Answers the id of the inbox message. */
export async function tellApplicant(tx: Tx, crypto: Crypto, record: CaseRecord, told: Told): Promise<string> {
  const [messageId = ''] = await tellApplicants(tx, crypto, [{ record, told }])
  return messageId
}

/** The same for many cases in three statements; answers the ids of the inbox messages in the same order. */
export async function tellApplicants(
  tx: Tx,
  crypto: Crypto,
  all: readonly { readonly record: CaseRecord; readonly told: Told }[],
): Promise<string[]> {
  const sms = all.map(({ record, told }) => ({
    phone: crypto.openColumn(record.phoneSealed),
    text: `【中国教师资格网】${told.sms}`,
    template: told.template,
    accountId: record.accountId,
    applicationId: record.id,
    dedupeKey: `${told.template}:${record.id}:${record.version}`,
  }))
  await queueManySms(tx, crypto, sms)
  const letters = all.map(({ record, told: { template, body, sender } }) => ({
    accountId: record.accountId,
    applicationId: record.id,
    template,
    body,
    sender,
  }))
  return postSiteMessages(tx, letters)
}
