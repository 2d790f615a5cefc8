import { type CalendarEntry, renderCalendarFeed } from '@xingtan/contract/calendar-file'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { PublicPlan, getPlanCalendarEndpoint } from '@xingtan/contract/plan-calendar'
import { phaseTitle } from '@xingtan/domain/plan-phase'
import type { Window } from '@xingtan/domain/window'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import type { BinaryReply } from '../../platform/http-bind.ts'
import { problem } from '../../platform/problem.ts'
import { findAgency } from '../agency/index.ts'
import { type Part, type PublishedPlan, listParts, listPublicPoints, listPublishedPlans } from './sql-calendar.ts'

interface Asked {
  readonly agencyCode: string
}

const EVERYBODY = { number: 1, routes: [], personKinds: [] }

/** The parts of a plan; the windows as a whole where it has no parts. */
async function loadParts(tx: Tx, plan: PublishedPlan, agencyCode: string): Promise<Part[]> {
  const parts = await listParts(tx, plan, agencyCode)
  if (parts.length > 0) return parts
  return [
    { ...EVERYBODY, purpose: 'network', opensAt: plan.networkOpensAt, closesAt: plan.networkClosesAt },
    { ...EVERYBODY, purpose: 'confirm', opensAt: plan.confirmOpensAt, closesAt: plan.confirmClosesAt },
  ]
}

const toSpan = ({ opensAt, closesAt }: Window) => ({
  opensAt: opensAt.toISOString(),
  closesAt: closesAt.toISOString(),
})

/** 公开日程 of an agency: published windows that are not over, with its points (PUB-8). */
export async function getPlanCalendar(
  ctx: Context,
  { agencyCode }: Asked,
): Promise<OutputOf<typeof getPlanCalendarEndpoint>> {
  return ctx.read(async (tx) => {
    const agency = await findAgency(tx, agencyCode)
    if (agency === undefined) throw problem('request.not-found')
    const plans: PublicPlan[] = []
    for (const plan of await listPublishedPlans(tx, agencyCode)) {
      const parts = await loadParts(tx, plan, agencyCode)
      const points = await listPublicPoints(tx, plan.id)
      plans.push({
        roundName: plan.roundName,
        network: parts
          .filter(({ purpose }) => purpose === 'network')
          .map((part) => ({ ...toSpan(part), who: phaseTitle(part) })),
        confirm: parts.filter(({ purpose }) => purpose === 'confirm').map(toSpan),
        decideBy: plan.decideBy,
        points: points.map(({ name, address, hours, ...span }) => ({ name, address, hours, ...toSpan(span) })),
      })
    }
    return { agencyName: agency.name, plans }
  })
}

/** The same as a feed: each window and each point an entry whose uid follows round, agency and place (RFC 5545). */
export async function getPlanFeed(ctx: Context, { agencyCode }: Asked): Promise<BinaryReply> {
  return ctx.read(async (tx) => {
    const agency = await findAgency(tx, agencyCode)
    if (agency === undefined) throw problem('request.not-found')
    const madeAt = tx.now.toISOString()
    const entries: CalendarEntry[] = []
    for (const plan of await listPublishedPlans(tx, agencyCode)) {
      const uid = (kind: string) => `${plan.roundId}-${agencyCode}-${kind}@xingtan`
      const spanOf = ({ opensAt, closesAt }: Window) => ({
        startsAt: opensAt.toISOString(),
        endsAt: closesAt.toISOString(),
        madeAt,
      })
      for (const part of await loadParts(tx, plan, agencyCode)) {
        if (part.purpose === 'confirm') continue
        const title = `${agency.name}教师资格认定网上报名`
        entries.push({ uid: uid(`network-${part.number}`), title, text: `面向${phaseTitle(part)}。`, ...spanOf(part) })
      }
      for (const point of await listPublicPoints(tx, plan.id)) {
        const title = `${agency.name}教师资格认定现场确认（${point.name}）`
        const text = point.hours === '' ? {} : { text: `办公时间：${point.hours}` }
        entries.push({ uid: uid(point.id), title, place: `${point.address} ${point.name}`, ...text, ...spanOf(point) })
      }
    }
    const feed = renderCalendarFeed({ name: `${agency.name}教师资格认定日程`, entries })
    return { bytes: Buffer.from(feed), mediaType: 'text/calendar; charset=utf-8', fileName: `plan-${agencyCode}.ics` }
  })
}
