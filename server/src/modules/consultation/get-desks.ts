import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getConsultationDesksEndpoint } from '@xingtan/contract/consultation'
import type { Context } from '../../platform/context.ts'
import { loadLimits } from './limits.ts'
import { listDesks } from './sql-submit.ts'

/** Whom a person of this place may write to, and how long an answer takes. */
export async function getConsultationDesks(
  ctx: Context,
  input: { readonly regionCode: string },
): Promise<OutputOf<typeof getConsultationDesksEndpoint>> {
  return ctx.read(async (tx) => {
    const desks = await listDesks(tx, input.regionCode)
    const { workingDays, evidenceMost } = await loadLimits(tx, desks[0]?.agencyCode ?? null)
    return { desks, workingDays, evidenceMost }
  })
}
