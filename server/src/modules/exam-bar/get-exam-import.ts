import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getExamImportEndpoint } from '@xingtan/contract/office/exam-bar'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { judgeList } from './judge-list.ts'
import { readList } from './list-source.ts'
import { placeOf } from './import-exam-list.ts'
import { findImport, listRowsOf } from './sql.ts'
import { toImport } from './list-exam-imports.ts'

/** One list: the dry run over every row before it is imported, and what became of each afterwards; the look is an event. */
export async function getExamImport(
  ctx: Context,
  input: { readonly importId: string },
): Promise<OutputOf<typeof getExamImportEndpoint>> {
  const officer = getOfficer(ctx)
  const stored = await ctx.read((tx) => findImport(tx, input.importId))
  if (stored === undefined) throw problem('request.not-found')
  const isOpen = stored.state === 'read'
  const bars = isOpen ? await readList(ctx.files, stored) : []
  return ctx.write(async (tx) => {
    const judged = isOpen ? await judgeList(ctx, tx, { bars, place: placeOf(stored) }) : []
    const rows = isOpen ? judged.map(({ shown }) => ({ ...shown, entryId: null })) : await listRowsOf(tx, stored.id)
    const count = (outcome: string) => rows.filter((one) => one.outcome === outcome).length
    const counts = { fresh: count('fresh'), known: count('known'), faulty: count('faulty') }
    tx.concerns('exam-bar-import', stored.id, {}, 'read')
    return { import: { ...toImport(officer, stored), ...(isOpen ? counts : {}) }, rows }
  })
}
