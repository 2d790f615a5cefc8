import { z } from 'zod'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listStaffEndpoint } from '@xingtan/contract/office/staff'
import { addDays } from '@xingtan/domain/calendar-day'
import { shanghaiInstant } from '@xingtan/domain/shanghai-time'
import { filingStateOf } from '@xingtan/domain/staff'
import type { Context } from '../../platform/context.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { listPeople as listPersonRows } from './sql-person.ts'

const PAGE = 50
const Mark = z.strictObject({ id: z.uuid() })

type Input = z.output<(typeof listStaffEndpoint)['input']>

/** Office people of the own tree, fifty a page. */
export async function listPeople(ctx: Context, input: Input): Promise<OutputOf<typeof listStaffEndpoint>> {
  return ctx.read(async (tx) => {
    const book = await loadPolicyBook(tx, null)
    const renewalDays = book.resolve('staff.renewal-notice-days', tx.today).value
    const renewBefore = shanghaiInstant(addDays(tx.today, renewalDays), '24:00')
    const filter = { agencyCode: input.agencyCode ?? null, show: input.show ?? null, renewBefore }
    const found = await listPersonRows(tx, filter, {
      afterId: readMark(Mark, input.after)?.id ?? null,
      limit: PAGE + 1,
    })
    const page = found.slice(0, PAGE)
    const last = page.at(-1)
    return {
      rows: page.map((row) => ({
        personId: row.id,
        name: row.name,
        agencyCode: row.agencyCode,
        agencyName: row.agencyName,
        post: row.post,
        state: filingStateOf({ now: tx.now, ...row }),
        filedUntil: row.filedUntil?.toISOString() ?? null,
        userCount: row.userCount,
      })),
      // The id alone: a name has no place in an address.
      after: found.length > PAGE && last !== undefined ? writeMark({ id: last.id }) : null,
      renewalDays,
    }
  })
}
