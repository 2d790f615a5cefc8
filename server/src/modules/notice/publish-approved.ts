import type { NoticeState } from '@xingtan/contract/office/notice'
import { noticeStateOf, refuseNoticeWindow } from '@xingtan/domain/notice'
import { searchWriting } from '@xingtan/domain/search-text'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Services } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { toPlainText } from '../../platform/rich-text.ts'
import { checkTexts, throwIfBlocked } from '../content-check/index.ts'
import { type StoredVersion, decideVersion, findOut, publishVersion } from './sql-own.ts'
import { textsOfNotice } from './texts-of-notice.ts'

interface Publication {
  readonly officer: OfficerActor
  readonly version: StoredVersion
}

/** Approves a version and lays it before the public, after the check of the very words that go out (S-040). */
export async function publishApproved(
  services: Pick<Services, 'officeOrigin' | 'publicOrigin'>,
  tx: Tx,
  { officer, version: one }: Publication,
): Promise<NoticeState> {
  throwIfRefused(refuseNoticeWindow(one, tx.now))
  const findings = await checkTexts(services, tx, { officer, texts: textsOfNotice(one.title, one.html) })
  throwIfBlocked(findings, one.overrideReason !== null && one.overrideReason !== '')
  const { userId, personId } = officer
  const decision = { ...one, state: 'approved', note: null, userId, personId } as const
  if (!(await decideVersion(tx, decision))) throw problem('notice.changed')
  await publishVersion(tx, one.noticeId, one.version, searchWriting(`${one.title}\n${toPlainText(one.html)}`))
  const out = await findOut(tx, one.noticeId)
  if (out === undefined) throw new Error('an approved announcement is not out')
  return noticeStateOf({ ...out, versionState: 'approved' }, tx.now)
}
