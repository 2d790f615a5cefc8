import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getContactEndpoint } from '@xingtan/contract/contact'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { listNoticesOf } from '../notice/index.ts'
import { loadAgencyPlan, toWindowState } from '../plan/index.ts'
import { findContact, listPointsOf } from './sql.ts'
import { toContact } from './to-contact.ts'

/** One agency: how to reach it, where it confirms, whether it is open, what it has announced (PUB-4). */
export async function getContact(
  ctx: Context,
  { agencyCode }: { readonly agencyCode: string },
): Promise<OutputOf<typeof getContactEndpoint>> {
  return ctx.read(async (tx) => {
    const row = await findContact(tx, agencyCode)
    if (row === undefined) throw problem('request.not-found')
    const { parentCode, parentName } = row
    const plan = await loadAgencyPlan(tx, agencyCode)
    return {
      ...toContact(row),
      parent: parentCode === null || parentName === null ? null : { agencyCode: parentCode, name: parentName },
      network: toWindowState(plan.openingOf('network')),
      points: await listPointsOf(tx, agencyCode),
      notices: await listNoticesOf(tx, agencyCode),
    }
  })
}
