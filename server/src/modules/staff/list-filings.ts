import { z } from 'zod'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listFilingsEndpoint } from '@xingtan/contract/office/staff'
import { maskDocumentNumber } from '@xingtan/domain/mask'
import { latestFilingDay } from '@xingtan/domain/staff'
import type { Context } from '../../platform/context.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { getOfficer } from '../case/index.ts'
import { listWaitingFilings } from './sql-filing.ts'
import { toFilingView } from './views.ts'

const PAGE = 50
const Mark = z.strictObject({ proposedAt: z.iso.datetime(), id: z.uuid() })

/** What waits for the own agency to file, oldest first, beside what is filed now. */
export async function listFilings(
  ctx: Context,
  input: { readonly after?: string | undefined },
): Promise<OutputOf<typeof listFilingsEndpoint>> {
  const officer = getOfficer(ctx)
  return ctx.read(async (tx) => {
    const found = await listWaitingFilings(tx, { after: readMark(Mark, input.after), limit: PAGE + 1 })
    const page = found.slice(0, PAGE)
    const last = page.at(-1)
    return {
      rows: page.map((filing) => ({
        ...toFilingView(ctx, filing),
        personId: filing.personId,
        agencyName: filing.agencyName,
        current: { name: filing.currentName, post: filing.currentPost, officePhone: filing.currentOfficePhone },
        maskedNumber:
          filing.numberSealed === null ? null : maskDocumentNumber(ctx.crypto.openColumn(filing.numberSealed)),
        isOwn: filing.proposedBy === officer.personId || filing.personId === officer.personId,
      })),
      after:
        found.length > PAGE && last !== undefined
          ? writeMark({ proposedAt: last.proposedAt.toISOString(), id: last.id })
          : null,
      latestUntil: latestFilingDay(tx.today),
    }
  })
}
