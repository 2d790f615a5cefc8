import type { FilingView } from '@xingtan/contract/office/filing'
import { sentenceOf } from '@xingtan/contract/problem'
import { isFilingLate } from '@xingtan/domain/filing'
import { shanghaiDay } from '@xingtan/domain/shanghai-time'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { officerOf } from '../agency/index.ts'
import { makeFileLink } from '../file/index.ts'
import { getDue } from './get-subject.ts'
import { judgeFiling } from './judge-filing.ts'
import { type VersionRow, findFiling, listVersions } from './sql.ts'

/** A filing of the officer's part of the tree; agencies above read what was handed in, never a draft. */
export async function getFiling(ctx: Context, input: { readonly filingId: string }): Promise<FilingView> {
  const officer = officerOf(ctx)
  return ctx.readBelow(async (tx) => {
    const filing = await findFiling(tx, input.filingId)
    const isOwn = filing?.agencyCode === officer.agencyCode
    const content = isOwn ? filing.draft : filing?.submitted
    if (filing === undefined || content === null || content === undefined) throw problem('request.not-found')
    const linkOf = (fileId: string | null) =>
      fileId === null ? null : makeFileLink(ctx.crypto, ctx.actor, fileId, tx.now)
    const scanFileId = isOwn ? filing.scanFileId : filing.submittedScanFileId
    const lacks = await judgeFiling(tx, ctx, { filing, content, hasScan: scanFileId !== null })
    const due = await getDue(tx, filing.agencyCode, filing)
    const handedInOn = filing.firstHandedInAt === null ? null : shanghaiDay(filing.firstHandedInAt)
    const toVersion = ({ scanFileId: scan, handedInAt, reviewedAt, ...row }: VersionRow) => ({
      ...row,
      scanUrl: linkOf(scan),
      handedInAt: handedInAt.toISOString(),
      reviewedAt: reviewedAt?.toISOString() ?? null,
    })
    const { kind, year, roundId, agencyCode, agencyName, receiverName, state } = filing
    return {
      filingId: filing.id,
      agencyCode,
      agencyName,
      kind,
      year,
      roundId,
      receiverName,
      state,
      content,
      isOwn,
      roundName: due.roundName,
      dueOn: due.dueOn,
      isLate: isFilingLate(due.dueOn, handedInOn, tx.today),
      version: filing.draftVersion,
      scanUrl: linkOf(scanFileId),
      findings: lacks.map((found) => ({ code: found.code, field: found.field ?? '', sentence: sentenceOf(found) })),
      versions: (await listVersions(tx, filing.id)).map(toVersion),
      mayReview: !isOwn && state === 'handed-in' && filing.receiverCode === officer.agencyCode,
    }
  })
}
