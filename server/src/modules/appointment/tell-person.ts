import { readableDay } from '@xingtan/domain/readable-time'
import { shanghaiDay, shanghaiTime } from '@xingtan/domain/shanghai-time'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import type { CaseRecord } from '../case/index.ts'
import { postSiteMessages, queueSms } from '../message/index.ts'

/** `2026年10月13日 09:00—10:00` */
export function slotText({ startsAt, endsAt }: { readonly startsAt: Date; readonly endsAt: Date }): string {
  return `${readableDay(shanghaiDay(startsAt))} ${shanghaiTime(startsAt)}—${shanghaiTime(endsAt)}`
}

export interface AppointmentNews {
  readonly template: 'booked' | 'changed' | 'cancelled' | 'reminder' | 'move' | 'won' | 'lost'
  /** One message a booking or request and kind, however often it is tried. */
  readonly subjectId: string
  readonly text: string
}

/** Tells the applicant by SMS and in the inbox about a booking; the text names no document number. */
export async function tellPerson(tx: Tx, crypto: Crypto, record: CaseRecord, news: AppointmentNews): Promise<void> {
  const template = `appointment.${news.template}`
  await queueSms(tx, crypto, {
    phone: crypto.openColumn(record.phoneSealed),
    text: `【中国教师资格网】${news.text}`,
    template,
    accountId: record.accountId,
    applicationId: record.id,
    dedupeKey: `${template}:${news.subjectId}`,
  })
  await postSiteMessages(tx, [
    {
      accountId: record.accountId,
      applicationId: record.id,
      template,
      body: news.text,
      sender: record.snapshot.pointName,
    },
  ])
}
