import type { InputOf } from '@xingtan/contract/endpoint'
import type { saveFilingEndpoint } from '@xingtan/contract/office/filing'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { officerOf } from '../agency/index.ts'
import { lockOwnFiling } from './get-own-filing.ts'
import { updateDraft } from './sql.ts'

/** Saves a filing as far as it is written; what is missing is said when it is handed in. */
export async function saveFiling(
  ctx: Context,
  { filingId, version, content }: InputOf<typeof saveFilingEndpoint>,
): Promise<{ version: number }> {
  const officer = officerOf(ctx)
  return ctx.command(async (tx) => {
    const filing = await lockOwnFiling(tx, officer, { filingId, version })
    if (filing.kind !== content.kind) throw problem('filing.other-kind')
    await updateDraft(tx, filingId, content)
    tx.concerns('filing', filingId, { version: version + 1 })
    return { version: version + 1 }
  })
}
