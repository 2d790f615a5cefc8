import type { ContentFinding } from '@xingtan/contract/office/content-check'
import type { NoticeContent } from '@xingtan/contract/office/notice'
import type { Refusal } from '@xingtan/contract/problem'
import { type NoticeWindow, mayOverrideCheck, refuseNoticeWindow } from '@xingtan/domain/notice'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Services } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { throwIfRefused } from '../../platform/problem.ts'
import { renderRichText } from '../../platform/rich-text.ts'
import { isRegionOf } from '../agency/index.ts'
import { checkTexts, throwIfBlocked } from '../content-check/index.ts'
import { listAttachments } from './sql-attachment.ts'
import type { VersionText } from './sql-own.ts'
import { textsOfNotice } from './texts-of-notice.ts'

interface Wish {
  readonly officer: OfficerActor
  readonly content: NoticeContent
  /** Undefined while it is written for the first time and can have no attachment. */
  readonly noticeId?: string
}

interface Prepared {
  readonly text: VersionText
  readonly findings: readonly ContentFinding[]
}

const windowOf = ({ publishedAt, takenDownAt }: NoticeContent): NoticeWindow => ({
  publishedAt: publishedAt === null ? null : new Date(publishedAt),
  takenDownAt: takenDownAt === null ? null : new Date(takenDownAt),
})

async function refuseWish(tx: Tx, { officer, content, noticeId }: Wish): Promise<Refusal[]> {
  const refusals = refuseNoticeWindow(windowOf(content), tx.now)
  if (!(await isRegionOf(tx, officer.agencyCode, content.regionCode))) {
    refusals.push({ code: 'notice.region-outside', field: 'regionCode' })
  }
  const known = await listAttachments(tx, content.attachmentIds)
  const isStrange = content.attachmentIds.some(
    (id) => !known.some((one) => one.attachmentId === id && one.noticeId === noticeId),
  )
  if (isStrange) refusals.push({ code: 'notice.attachment-unknown', field: 'attachmentIds' })
  if (content.overrideReason !== null && !mayOverrideCheck(officer.agencyLevel)) {
    refusals.push({ code: 'notice.override-not-allowed', field: 'overrideReason' })
  }
  return refusals
}

/** What is saved of a text an officer wrote: clean, inside the own region, with nothing the public must not read. */
export async function prepareVersion(
  services: Pick<Services, 'officeOrigin' | 'publicOrigin'>,
  tx: Tx,
  wish: Wish,
): Promise<Prepared> {
  const { officer, content } = wish
  throwIfRefused(await refuseWish(tx, wish))
  const html = renderRichText(content.body)
  const findings = await checkTexts(services, tx, { officer, texts: textsOfNotice(content.title, html) })
  throwIfBlocked(findings, content.overrideReason !== null && content.overrideReason !== '')
  return { text: { ...content, html, userId: officer.userId, personId: officer.personId }, findings }
}
