import { createHash, randomUUID } from 'node:crypto'
import { type DrawnRequest, drawSlots } from '@xingtan/domain/slot-draw'
import { addDays } from '@xingtan/domain/calendar-day'
import { shanghaiDay, shanghaiInstant } from '@xingtan/domain/shanghai-time'
import type { Services } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { type JobRun, addJob } from '../../platform/jobs.ts'
import { listCases } from '../case/index.ts'
import { insertBooking } from './sql-booking.ts'
import { type RequestRow, listWaitingRequests, lockDueDraw, markDrawn, revealDraw } from './sql-draw.ts'
import { type SlotRecord, listSlotsOn, lockSlots } from './sql-slot.ts'
import { slotText, tellPerson } from './tell-person.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

interface Winning {
  readonly services: Services
  readonly slots: ReadonlyMap<string, SlotRecord>
  readonly requests: ReadonlyMap<string, RequestRow>
}

async function settle(tx: Tx, drawn: DrawnRequest, { services, slots, requests }: Winning): Promise<void> {
  const request = requests.get(drawn.id)
  const slot = drawn.slotId === null ? undefined : slots.get(drawn.slotId)
  if (request === undefined) return
  const id = randomUUID()
  const isBooked =
    slot !== undefined &&
    (await insertBooking(tx, {
      ...request,
      id,
      slotId: slot.id,
      pointId: slot.pointId,
      agencyCode: slot.agencyCode,
      madeBy: 'draw',
    }))
  await markDrawn(tx, { ...drawn, slotId: isBooked ? slot.id : null })
  const [record] = await listCases(tx, [request.applicationId])
  if (record === undefined) return
  const text = isBooked
    ? `抽签结果：您已约到 ${slotText(slot)}，地点${record.snapshot.pointName}，请按时到场取号。`
    : '抽签结果：您本次没有中签，剩余时段现在起先约先得，请登录查看；也可以在确认时间内直接到场取号。'
  await tellPerson(tx, services.crypto, record, { template: isBooked ? 'won' : 'lost', subjectId: drawn.id, text })
  if (!isBooked) return
  const runAt = shanghaiInstant(addDays(shanghaiDay(slot.startsAt), -1), '10:00')
  if (runAt > tx.now) await addJob(tx, 'appointment.remind', { appointmentId: id }, { runAt })
}

/** The draw of a day when its requests are closed: once, by the published seed; the rest goes first come, first served. */
export async function drawDay(services: Services, run: JobRun): Promise<void> {
  await services.db.transaction({}, async (tx) => {
    await run.holdLease(tx)
    const draw = await lockDueDraw(tx, run.job.payload['drawId'] ?? '')
    if (draw === undefined) return
    const seed = services.crypto.openColumn(draw.seedSealed)
    const requests = await listWaitingRequests(tx, draw.id)
    const locked = await lockSlots(
      tx,
      (await listSlotsOn(tx, draw.pointId, draw.day)).map(({ id }) => id),
    )
    const open = locked.filter(({ closedAt, startsAt }) => closedAt === null && startsAt > tx.now)
    const free = new Map(open.map(({ id, capacity, booked }) => [id, capacity - booked]))
    const slots = new Map(open.map((slot) => [slot.id, slot]))
    const byId = new Map(requests.map((request) => [request.id, request]))
    for (const drawn of drawSlots(requests, free, { seed, digest: sha256 })) {
      await settle(tx, drawn, { services, slots, requests: byId })
    }
    await revealDraw(tx, draw, seed)
  })
}
