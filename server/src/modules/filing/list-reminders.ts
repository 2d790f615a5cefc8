import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listFilingRemindersEndpoint } from '@xingtan/contract/office/filing'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../agency/index.ts'
import { listReminders as listRows } from './sql-reminder.ts'

/** What the own agency is reminded of and nobody has taken note of. */
export async function listReminders(ctx: Context): Promise<OutputOf<typeof listFilingRemindersEndpoint>> {
  const { agencyCode } = officerOf(ctx)
  const rows = await ctx.read((tx) => listRows(tx, agencyCode))
  return { reminders: rows.map((row) => ({ ...row, at: row.at.toISOString() })) }
}
