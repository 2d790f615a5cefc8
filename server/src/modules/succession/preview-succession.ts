import type { OutputOf } from '@xingtan/contract/endpoint'
import type { previewSuccessionEndpoint } from '@xingtan/contract/office/succession'
import { sentenceOf } from '@xingtan/contract/problem'
import { listMissingTypes, refuseSuccession } from '@xingtan/domain/agency-power'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../agency/index.ts'
import { loadFacts } from './load-facts.ts'
import { countOpenCases, listPlansOf, listPointsOf, listUsersOf } from './sql.ts'

/** The dry run: what would go over and what stands in the way; changes nothing (ADM-2). */
export async function previewSuccession(
  ctx: Context,
  input: { readonly agencyCode: string; readonly newCode: string },
): Promise<OutputOf<typeof previewSuccessionEndpoint>> {
  const officer = officerOf(ctx)
  const { agencyCode: oldCode, newCode } = input
  return ctx.readBelow(async (tx) => {
    const facts = await loadFacts(tx, officer, { oldCode, newCode })
    return {
      oldName: facts.old.name,
      newName: facts.heir.name,
      cases: await countOpenCases(tx, oldCode),
      points: await listPointsOf(tx, oldCode),
      plans: await listPlansOf(tx, oldCode, newCode),
      users: await listUsersOf(tx, oldCode),
      missingTypes: listMissingTypes(facts.old, facts.heir),
      obstacles: refuseSuccession(facts).map(sentenceOf),
    }
  })
}
