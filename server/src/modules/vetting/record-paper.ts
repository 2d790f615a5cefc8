import { randomUUID } from 'node:crypto'
import type { InputOf } from '@xingtan/contract/endpoint'
import type { recordPaperEndpoint } from '@xingtan/contract/office/vetting'
import { paperValidUntil, refusePaper } from '@xingtan/domain/vetting-paper'
import type { Context } from '../../platform/context.ts'
import type { Wire } from '../../platform/http-bind.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { insertFile, storeAgencyScan } from '../file/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { lockForPaper } from './lock-for-paper.ts'
import { insertPaper } from './sql-paper.ts'

/** A no-crime proof on paper, with its scan: counts for nothing until another person has verified it (DEC-1). */
export async function recordPaper(
  ctx: Context,
  input: InputOf<typeof recordPaperEndpoint>,
  wire: Wire,
): Promise<{ paperId: string; validUntil: string }> {
  const officer = getOfficer(ctx)
  const { applicationId, kind, issuer, issuedOn } = input
  const scan = await storeAgencyScan(ctx.files, wire.file)
  return ctx.command(async (tx) => {
    const { agencyCode, userId, personId } = officer
    const record = await lockForPaper(tx, officer, applicationId)
    const book = await loadPolicyBook(tx, agencyCode)
    const validityDays = book.resolve('vetting.paper-validity-days', tx.today).value
    const reason = input.reason.trim()
    throwIfRefused(refusePaper({ kind, issuedOn, reason }, record.snapshot.person, { validityDays, day: tx.today }))
    const nobody = { accountId: null, width: null, height: null }
    const scanFileId = await insertFile(tx, { ...nobody, applicationId, kind: 'document', ...scan })
    const paperId = randomUUID()
    const validUntil = paperValidUntil(issuedOn, validityDays)
    const recorded = await insertPaper(tx, {
      id: paperId,
      applicationId,
      agencyCode,
      kind,
      issuer,
      numberSealed: ctx.crypto.sealColumn(input.number),
      issuedOn,
      validUntil,
      reason: kind === 'exception' ? reason : null,
      scanFileId,
      recordedBy: userId,
      recorderPersonId: personId,
    })
    if (recorded === 0) throw problem('vetting.paper-waiting')
    tx.concerns('application', applicationId, { paperId, kind, issuedOn, validUntil, scan: scan.hash })
    return { paperId, validUntil }
  })
}
