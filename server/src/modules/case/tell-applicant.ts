import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { postSiteMessages, queueSms } from '../message/index.ts'
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
  const { accountId, id: applicationId } = record
  await queueSms(tx, crypto, {
    phone: crypto.openColumn(record.phoneSealed),
    text: `【中国教师资格网】${told.sms}`,
    template: told.template,
    accountId,
    applicationId,
    dedupeKey: `${told.template}:${applicationId}:${record.version}`,
  })
  const { template, body, sender } = told
  const [messageId = ''] = await postSiteMessages(tx, [{ accountId, applicationId, template, body, sender }])
  return messageId
}
