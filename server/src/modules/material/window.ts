import type { Refusal } from '@xingtan/contract/problem'
import { readableDay } from '@xingtan/domain/readable-time'
import { shanghaiDay } from '@xingtan/domain/shanghai-time'
import type { Tx } from '../../platform/db.ts'
import type { CaseRecord } from '../case/index.ts'
import { loadAgencyPlan } from '../plan/index.ts'

/** Last day on which the point of the case confirms in its round; null where no plan says. Half-open: 24:00 is the day before. */
export async function findConfirmEnd(tx: Tx, record: CaseRecord): Promise<string | null> {
  const { plan, openingOf } = await loadAgencyPlan(tx, record.agencyCode)
  if (plan?.roundId !== record.roundId) return shanghaiDay(new Date(Date.parse(record.snapshot.confirmTo) - 1))
  const { confirmTo } = openingOf('confirm', record.pointId)
  return confirmTo === null ? null : shanghaiDay(new Date(confirmTo.getTime() - 1))
}

/** Materials come until the confirmation of the round ends; afterwards nobody can confirm (CNF-6). */
export async function refuseAfterWindow(tx: Tx, record: CaseRecord): Promise<Refusal[]> {
  const endsOn = await findConfirmEnd(tx, record)
  if (endsOn === null || tx.today <= endsOn) return []
  return [{ code: 'material.window-over', values: { day: readableDay(endsOn) } }]
}
