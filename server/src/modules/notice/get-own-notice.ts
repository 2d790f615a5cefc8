import type { OutputOf } from '@xingtan/contract/endpoint'
import type { NoticeContent, getOwnNoticeEndpoint } from '@xingtan/contract/office/notice'
import { mayOverrideCheck, noticeStateOf } from '@xingtan/domain/notice'
import { permits } from '@xingtan/domain/permission'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { problem } from '../../platform/problem.ts'
import { sanitizeRichText } from '../../platform/rich-text.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { makeFileLink } from '../file/index.ts'
import { checkTexts } from '../content-check/index.ts'
import { needsSecondPerson } from './second-person.ts'
import { listAttachments } from './sql-attachment.ts'
import { type OutRow, type StoredVersion, findOut, listVersions } from './sql-own.ts'
import { textsOfNotice } from './texts-of-notice.ts'

type OwnNotice = OutputOf<typeof getOwnNoticeEndpoint>

const iso = (at: Date | null | undefined): string | null => at?.toISOString() ?? null

function toContent(one: StoredVersion): NoticeContent {
  const { title, body, business, regionCode, isPinned, attachmentIds, overrideReason } = one
  const window = { publishedAt: iso(one.publishedAt), takenDownAt: iso(one.takenDownAt) }
  return { title, body, business, regionCode, isPinned, ...window, attachmentIds, overrideReason }
}

function toVersion(one: StoredVersion): OwnNotice['versions'][number] {
  const { version, state, title, writtenBy, decidedBy, note } = one
  return {
    version,
    state,
    title,
    writtenBy,
    decidedBy,
    note,
    writtenAt: one.writtenAt.toISOString(),
    decidedAt: iso(one.decidedAt),
  }
}

function toOut(out: OutRow | undefined): OwnNotice['out'] {
  if (out === undefined) return null
  const { version, withdrawReason } = out
  const ends = { takenDownAt: iso(out.takenDownAt), withdrawnAt: iso(out.withdrawnAt) }
  return { version, withdrawReason, publishedAt: out.publishedAt.toISOString(), ...ends }
}

async function listOwnAttachments(ctx: Context, tx: Tx, ids: readonly string[]): Promise<OwnNotice['attachments']> {
  const found = await listAttachments(tx, ids)
  return found.map(({ attachmentId, name, bytes, hasPictures, fileId }) => ({
    attachmentId,
    name,
    bytes,
    hasPictures,
    link: makeFileLink(ctx.crypto, ctx.actor, fileId, tx.now),
  }))
}

/** One announcement of the own agency: what is written, what is out, every version, and what this officer may do. */
export async function getOwnNotice(ctx: Context, { noticeId }: { readonly noticeId: string }): Promise<OwnNotice> {
  const officer = signedInOfficer(ctx)
  return ctx.read(async (tx) => {
    const versions = await listVersions(tx, noticeId)
    const [newest] = versions
    if (newest === undefined) throw problem('request.not-found')
    const out = await findOut(tx, noticeId)
    const standing = newest.state === 'approved' && out !== undefined ? out : { ...newest, withdrawnAt: null }
    const html = sanitizeRichText(newest.html)
    const isWriter = newest.writtenPersonId === officer.personId
    return {
      noticeId,
      state: noticeStateOf({ ...standing, versionState: newest.state }, tx.now),
      content: toContent(newest),
      revision: newest.state === 'approved' ? 0 : newest.revision,
      isOpen: newest.state !== 'approved',
      html,
      regionName: newest.regionName,
      attachments: await listOwnAttachments(ctx, tx, newest.attachmentIds),
      findings: await checkTexts(ctx, tx, { officer, texts: textsOfNotice(newest.title, html) }),
      out: toOut(out),
      versions: versions.map(toVersion),
      canWrite: permits('notice.edit', officer),
      canDecide: newest.state === 'submitted' && !isWriter,
      needsSecond: await needsSecondPerson(tx, officer),
      mayOverride: mayOverrideCheck(officer.agencyLevel),
    }
  })
}
