import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listFilingsEndpoint } from '@xingtan/contract/office/filing'
import { isFilingLate } from '@xingtan/domain/filing'
import { shanghaiDay } from '@xingtan/domain/shanghai-time'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { getAgency, officerOf } from '../agency/index.ts'
import { type Due, listDues } from './get-subject.ts'
import { countWaiting } from './sql-board.ts'
import { findReceiver } from './sql-receiver.ts'
import { findStanding } from './sql.ts'

type View = OutputOf<typeof listFilingsEndpoint>

async function toDuty(tx: Tx, agencyCode: string, due: Due): Promise<Omit<View['duties'][number], 'receiverName'>> {
  const standing = await findStanding(tx, agencyCode, due)
  const handedInOn = standing?.firstHandedInAt ? shanghaiDay(standing.firstHandedInAt) : null
  return {
    ...due,
    filingId: standing?.id ?? null,
    state: standing?.state ?? 'missing',
    isLate: isFilingLate(due.dueOn, handedInOn, tx.today),
  }
}

/** Which levels file with an agency of this level. */
const LEVEL_BELOW: Readonly<Record<string, string>> = { nation: 'province', province: 'county' }

/** Boards of what others file with this agency; of a city, of what its counties file with the province. */
async function listReceived(tx: Tx, agency: { code: string; level: string }): Promise<View['received']> {
  const below = LEVEL_BELOW[agency.level] ?? (agency.level === 'city' ? 'county' : null)
  if (below === null) return []
  const dues = await listDues(tx, { code: agency.code, level: below })
  const received: View['received'] = []
  for (const due of dues) received.push({ ...due, waiting: await countWaiting(tx, agency.code, due) })
  return received
}

/** What the own agency has to file, and the boards of what is filed with it or below it (PLN-2, RPT-2). */
export async function listFilings(ctx: Context): Promise<View> {
  const officer = officerOf(ctx)
  return ctx.readBelow(async (tx) => {
    const agency = await getAgency(tx, officer.agencyCode)
    const receiver = await findReceiver(tx, agency.code)
    const duties: View['duties'] = []
    for (const due of await listDues(tx, agency)) {
      duties.push({ ...(await toDuty(tx, agency.code, due)), receiverName: receiver.name })
    }
    return { agencyName: agency.name, duties, received: await listReceived(tx, agency) }
  })
}
