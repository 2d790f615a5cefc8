import { randomUUID } from 'node:crypto'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Context, WorkTx } from '../../platform/context.ts'
import { violatedConstraint } from '../../platform/database-error.ts'
import { StorageFull } from '../../platform/file-store.ts'
import type { Wire } from '../../platform/http-bind.ts'
import { addJob } from '../../platform/jobs.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { insertFile } from '../file/index.ts'
import { getReviewAgency } from '../restriction/index.ts'
import { readSheetList } from './list-source.ts'
import { type NewImport, insertImport } from './sql.ts'

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Lists of the exam authority are taken by the nation and the provinces: the authority is one of theirs. */
export function getExamOfficer(ctx: Pick<Context, 'actor'>): OfficerActor {
  const officer = getOfficer(ctx)
  if (officer.agencyLevel !== 'nation' && officer.agencyLevel !== 'province') throw problem('exam-bar.level')
  return officer
}

async function insertOnce(tx: WorkTx, row: NewImport): Promise<void> {
  try {
    await insertImport(tx, row)
  } catch (error) {
    const constraint = violatedConstraint(error)
    if (constraint === 'exam_bar_imports__one_list') throw problem('exam-bar.same-file')
    if (constraint === 'exam_bar_imports__one_fetch') throw problem('exam-bar.fetching')
    throw error
  }
}

/** Takes an Excel of the exam authority; it is read and judged, and nothing is entered yet (INT-4, S-120). */
export async function uploadExamList(
  ctx: Context,
  _input: Record<string, never>,
  wire: Pick<Wire, 'file'>,
): Promise<{ importId: string }> {
  const officer = getExamOfficer(ctx)
  const { file } = wire
  if (file === undefined) throw problem('file.missing')
  const bars = readSheetList(file)
  const { hash } = await ctx.files.put(file).catch((error: unknown) => {
    throw error instanceof StorageFull ? problem('file.storage-full') : error
  })
  return ctx.command(async (tx) => {
    const review = await getReviewAgency(tx, officer.agencyCode)
    const place = { accountId: null, applicationId: null, kind: 'document', width: null, height: null } as const
    const fileId = await insertFile(tx, { ...place, hash, mediaType: SHEET, bytes: file.length })
    const id = randomUUID()
    const by = { agencyCode: officer.agencyCode, reviewAgencyCode: review.code, enteredBy: officer.personId }
    await insertOnce(tx, { id, ...by, source: 'file', state: 'read', fileId, contentHash: hash, count: bars.length })
    tx.concerns('exam-bar-import', id, { source: 'file', count: bars.length })
    return { importId: id }
  })
}

/** Asks the exam authority over the interface; a job brings the list. */
export async function fetchExamList(ctx: Context): Promise<{ importId: string }> {
  const officer = getExamOfficer(ctx)
  return ctx.command(async (tx) => {
    const review = await getReviewAgency(tx, officer.agencyCode)
    const id = randomUUID()
    const by = { agencyCode: officer.agencyCode, reviewAgencyCode: review.code, enteredBy: officer.personId }
    await insertOnce(tx, {
      id,
      ...by,
      source: 'authority',
      state: 'fetching',
      fileId: null,
      contentHash: null,
      count: 0,
    })
    await addJob(tx, 'exam-bar.fetch', { importId: id }, { dedupeKey: `exam-bar.fetch:${id}` })
    tx.concerns('exam-bar-import', id, { source: 'authority' })
    return { importId: id }
  })
}
