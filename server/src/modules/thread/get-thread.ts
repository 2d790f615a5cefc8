import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getThreadEndpoint } from '@xingtan/contract/office/thread'
import type { Context } from '../../platform/context.ts'
import { explainUnknownCase, findCase, getOfficer } from '../case/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { listThread } from './sql.ts'

/** 留言 of a case with the ready texts of the agency; the reading is an event and nothing else (CNF-4, S-093). */
export async function getThread(
  ctx: Context,
  input: { readonly applicationId: string },
): Promise<OutputOf<typeof getThreadEndpoint>> {
  const officer = getOfficer(ctx)
  return ctx.write(async (tx) => {
    const record = await findCase(tx, input.applicationId)
    if (record === undefined) throw await explainUnknownCase(tx, officer, input.applicationId)
    const rows = await listThread(tx, record.id)
    tx.concerns('application', record.id, { part: 'messages' }, 'read')
    const book = await loadPolicyBook(tx, record.agencyCode)
    return {
      messages: rows.map((row) => ({ ...row, at: row.at.toISOString() })),
      templates: [...book.resolve('message.templates', tx.today).value],
    }
  })
}
