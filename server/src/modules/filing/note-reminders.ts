import type { Context } from '../../platform/context.ts'
import { officerOf } from '../agency/index.ts'
import { noteReminders as noteRows } from './sql-reminder.ts'

/** Takes note of reminders of the own agency. */
export async function noteReminders(
  ctx: Context,
  { reminderIds }: { readonly reminderIds: readonly string[] },
): Promise<{ done: true }> {
  const { userId, agencyCode } = officerOf(ctx)
  return ctx.command(async (tx) => {
    const noted = await noteRows(tx, reminderIds, userId)
    if (noted > 0) tx.concerns('agency', agencyCode, { noted })
    return { done: true }
  })
}
