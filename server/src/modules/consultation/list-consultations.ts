import { z } from 'zod'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listConsultationsEndpoint } from '@xingtan/contract/office/consultation'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { readMark, writeMark } from '../../platform/page-mark.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { listConsultations } from './sql-desk.ts'
import { toConsultationRow } from './to-row.ts'

const PAGE = 50
const Mark = z.strictObject({ key: z.iso.date().or(z.iso.datetime()), id: z.uuid() })
type Filter = z.output<(typeof listConsultationsEndpoint)['input']>

/** The inbox: open items by due day, answered ones newest first; the contact masked (PUB-6). */
export async function listConsultationRows(
  ctx: Context,
  input: Filter,
): Promise<OutputOf<typeof listConsultationsEndpoint>> {
  const officer = signedInOfficer(ctx)
  const filter = {
    place: input.place,
    kind: input.kind ?? null,
    isAnswered: input.answered === 'yes',
    assigneeId: input.mine === 'yes' ? officer.userId : null,
    isOverdue: input.overdue === 'yes',
  }
  const after = readMark(Mark, input.after)
  const list = async (tx: Tx) => ({
    listed: await listConsultations(tx, filter, { after, limit: PAGE + 1 }),
    today: tx.today,
  })
  const { listed, today } = await (input.place === 'below' ? ctx.readBelow(list) : ctx.read(list))
  const page = listed.slice(0, PAGE)
  const last = listed.length > PAGE ? page.at(-1) : undefined
  const keyOf = ({ answeredAt, dueOn }: { answeredAt: Date | null; dueOn: string }) =>
    answeredAt?.toISOString() ?? dueOn
  return {
    rows: page.map((item) => toConsultationRow(item, { crypto: ctx.crypto, today, officerId: officer.userId })),
    after: last === undefined ? null : writeMark({ key: keyOf(last), id: last.id }),
  }
}
