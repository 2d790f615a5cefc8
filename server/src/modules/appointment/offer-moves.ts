import type { Window } from '@xingtan/domain/window'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { listCases } from '../case/index.ts'
import { listBookingsOutside, offerMoves } from './sql-booking.ts'
import { slotText, tellPerson } from './tell-person.ts'

/**
 * Bookings that a change of the plan leaves outside the confirm windows: their people are told once and choose a new
 * time before everybody else; nobody is stranded (PLN-4). Answers how many wait for a new time.
 */
export async function offerMovesOutside(
  { crypto }: { readonly crypto: Crypto },
  tx: Tx,
  pointId: string,
  windows: readonly Window[],
): Promise<number> {
  const outside = await listBookingsOutside(tx, pointId, windows)
  const fresh = new Set(
    await offerMoves(
      tx,
      outside.map(({ id }) => id),
    ),
  )
  const news = outside.filter(({ id }) => fresh.has(id))
  const cases = new Map(
    (
      await listCases(
        tx,
        news.map(({ applicationId }) => applicationId),
      )
    ).map((one) => [one.id, one]),
  )
  for (const booking of news) {
    const record = cases.get(booking.applicationId)
    if (record === undefined) continue
    const text = `确认安排有调整，您 ${slotText(booking)} 的预约需要改期，请登录后优先选择新的时段。`
    await tellPerson(tx, crypto, record, { template: 'move', subjectId: booking.id, text })
  }
  return outside.length
}
