import type { AnyEndpoint, InputOf } from '@xingtan/contract/endpoint'
import { findCaseEndpoint, getCaseEndpoint, getWorkEndpoint, listCasesEndpoint } from '@xingtan/contract/office/case'
import { listBookingsEndpoint, listSlotsEndpoint } from '@xingtan/contract/office/appointment'
import { listOnlineCasesEndpoint } from '@xingtan/contract/office/material'
import { listRestrictionHitsEndpoint } from '@xingtan/contract/office/restriction'
import { getBoardEndpoint, listAlertsEndpoint, listCasesBelowEndpoint } from '@xingtan/contract/office/supervision'
import { listPendingVettingEndpoint, listVettingBatchesEndpoint } from '@xingtan/contract/office/vetting'
import { findAgenciesEndpoint, getHomeEndpoint } from '@xingtan/contract/place'
import type { BenchStack } from './bench-stack.ts'
import { type Visitor, prepare } from './call.ts'
import { type PreparedRequest, createSender } from './send.ts'

/** One read of the product: asked again and again, it answers the same. */
export interface GrowthRead {
  readonly name: string
  readonly role: 'office_face' | 'public_face'
  readonly send: () => Promise<string>
}

function read<E extends AnyEndpoint>(name: string, visitor: Visitor, [endpoint, input]: [E, InputOf<E>]): GrowthRead {
  const send = createSender(visitor.origin)
  const ask = (): PreparedRequest => prepare(visitor, endpoint, input)
  const role = endpoint.face === 'office' ? 'office_face' : 'public_face'
  return { name, role, send: () => send(ask(), endpoint.method) }
}

/** Where the middle of a queue is: the mark a browser would have after paging that far. */
async function findMiddle({ admin }: BenchStack, where: string): Promise<string> {
  const from = `from applications where stage <> 'closed' and ${where}`
  const { rows } = await admin.query<{ due: string | null; id: string }>(
    `select due_on::text as due, id ${from} order by due_on, id offset (select count(*) / 2 ${from}) limit 1`,
  )
  const [row] = rows
  if (row === undefined) throw new Error('an empty queue has no middle')
  return Buffer.from(JSON.stringify({ dueOn: row.due, id: row.id })).toString('base64url')
}

interface Sample {
  readonly id: string
  readonly name: string
  readonly registration: string
  readonly point: string
  readonly today: string
}

/** An open case of the large agency somewhere in the middle, and its point. */
async function pickSample({ admin }: BenchStack, home: string): Promise<Sample> {
  const { rows } = await admin.query<Sample>(
    `select id, name, registration_number as registration, point_id as point,
       to_char(app_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as today
     from applications where agency_code = $1 and stage = 'awaiting-review'
       and point_id = (select id from points where agency_code = $1 order by code limit 1) order by id limit 1`,
    [home],
  )
  const [row] = rows
  if (row === undefined) throw new Error('the large agency has no open case')
  return row
}

async function signInAll(bench: BenchStack) {
  // Those of the size before have been idle while rows were laid.
  await bench.admin.query('delete from staff_sessions')
  const names = ['confirm', 'vet', 'review', 'approve', 'restrict'] as const
  const home = new Map<string, Visitor>()
  for (const name of names) home.set(name, await bench.signInOfficer(`kecheng-${name}`))
  const at = (name: (typeof names)[number]) => {
    const visitor = home.get(name)
    if (visitor === undefined) throw new Error(`no session of ${name}`)
    return visitor
  }
  const city = await bench.signInOfficer('quzhou-review')
  const province = await bench.signInOfficer('zhejiang-plan-2')
  return { at, city, province }
}

/** Queues, searches, boards and worklists of the offices, and the portal's home page (security.md §6.3, L-10). */
export async function listGrowthReads(bench: BenchStack, home: string): Promise<GrowthRead[]> {
  const { at, city, province } = await signInAll(bench)
  const [review, vet, desk] = [at('review'), at('vet'), at('confirm')]
  const sample = await pickSample(bench, home)
  const middle = await findMiddle(bench, `agency_code = '${home}'`)
  const middleOfStage = await findMiddle(bench, `agency_code = '${home}' and stage = 'awaiting-review'`)
  const portal = { origin: bench.stack.urls.portal, cookie: '' }
  return [
    read('queue', review, [listCasesEndpoint, {}]),
    read('queue, deep page', review, [listCasesEndpoint, { after: middle }]),
    read('queue of one stage', review, [listCasesEndpoint, { stage: 'awaiting-review' }]),
    read('queue of one stage, deep page', review, [
      listCasesEndpoint,
      { stage: 'awaiting-review', after: middleOfStage },
    ]),
    read('queue, overdue', review, [listCasesEndpoint, { due: 'overdue' }]),
    read('queue, due this week', review, [listCasesEndpoint, { due: 'week' }]),
    read('queue, one type of a stage', review, [listCasesEndpoint, { stage: 'vetting', qualificationType: 5 }]),
    read('queue, a type without cases', review, [listCasesEndpoint, { qualificationType: 7 }]),
    read('queue, closed', review, [listCasesEndpoint, { stage: 'closed' }]),
    read('queue of a point', desk, [listCasesEndpoint, { stage: 'awaiting-confirmation' }]),
    read('case', review, [getCaseEndpoint, { applicationId: sample.id }]),
    read('search, 报名号', review, [findCaseEndpoint, { text: sample.registration }]),
    read('search, document number', review, [findCaseEndpoint, { text: '330802199901019991' }]),
    read('search, name', review, [findCaseEndpoint, { text: sample.name }]),
    read('search, two characters', review, [findCaseEndpoint, { text: sample.name.slice(0, 2) }]),
    read('my work', review, [getWorkEndpoint, {}]),
    read('my work of a point', desk, [getWorkEndpoint, {}]),
    read('alerts', at('approve'), [listAlertsEndpoint, {}]),
    read('board of a city', city, [getBoardEndpoint, {}]),
    read('board of a province', province, [getBoardEndpoint, {}]),
    read('cases below, from the city', city, [listCasesBelowEndpoint, { agencyCode: home, due: 'overdue' }]),
    read('cases below, from the province', province, [listCasesBelowEndpoint, { agencyCode: home }]),
    read('online desk', desk, [listOnlineCasesEndpoint, { state: 'handed-in' }]),
    read('online desk, one lane', desk, [listOnlineCasesEndpoint, { state: 'handed-in', lane: 'pass' }]),
    read('vetting, pending', vet, [listPendingVettingEndpoint, { kind: 'crime' }]),
    read('vetting, batches', vet, [listVettingBatchesEndpoint, {}]),
    read('restriction hits', at('restrict'), [listRestrictionHitsEndpoint, {}]),
    read('bookings of a day', desk, [listBookingsEndpoint, { pointId: sample.point, day: sample.today }]),
    read('days and slots of a point', desk, [listSlotsEndpoint, { pointId: sample.point }]),
    read('portal, home', portal, [getHomeEndpoint, {}]),
    read('portal, home of a place', portal, [getHomeEndpoint, { regionCode: '330802' }]),
    read('portal, agencies of a place', portal, [findAgenciesEndpoint, { regionCode: '330802', qualificationType: 2 }]),
  ]
}
