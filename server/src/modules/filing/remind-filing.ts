import type { InputOf } from '@xingtan/contract/endpoint'
import type { remindFilingEndpoint } from '@xingtan/contract/office/filing'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../agency/index.ts'
import { getDue } from './get-subject.ts'
import { insertUrges } from './sql-reminder.ts'

/** 提醒报送: a site notice to agencies below that have not handed in, once a day each; the others are left alone. */
export async function remindFiling(
  ctx: Context,
  input: InputOf<typeof remindFilingEndpoint>,
): Promise<{ reminded: number; skipped: number }> {
  const { userId, agencyCode } = officerOf(ctx)
  const { agencyCodes, note, ...subject } = input
  const asked = [...new Set(agencyCodes)]
  return ctx.command(async (tx) => {
    await tx.enter({ officerId: userId, agencyCode, reach: 'below' })
    const { dueOn } = await getDue(tx, agencyCode, subject)
    const urge = { ...subject, topCode: agencyCode, agencyCodes: asked, dueOn, note, by: userId }
    const reminded = await insertUrges(tx, urge)
    tx.concerns('agency', agencyCode, { reminded, kind: subject.kind, year: subject.year })
    return { reminded, skipped: asked.length - reminded }
  })
}
