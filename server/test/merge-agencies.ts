import { approveSuccession } from '../src/modules/succession/approve-succession.ts'
import { carryOutSuccession } from '../src/modules/succession/carry-out-succession.ts'
import { orderSuccession } from '../src/modules/succession/order-succession.ts'
import { FOREIGN, HOME, type World } from './world.ts'

/** 柯城区 is succeeded by its neighbour, at once: ordered and approved by two persons of the nation, carried out. */
export async function mergeHome(world: World): Promise<void> {
  const first = await world.officer({ roles: ['system'], agencyCode: '00000' })
  const second = await world.officer({ roles: ['system'], agencyCode: '00000' })
  const papers = { orderNumber: '演示〔2026〕9号', reason: '行政区划调整。', effectiveAt: null, movedUserIds: [] }
  const wanted = { agencyCode: HOME, newCode: FOREIGN, ...papers }
  const proposed = await orderSuccession(world.as(first, 'succession.order'), wanted)
  await approveSuccession(world.as(second, 'succession.approve'), proposed)
  const job = { id: 0, name: 'succession.carry-out', payload: { ...proposed }, fence: 0, attempts: 1 }
  await carryOutSuccession(world.services.worker, { job, holdLease: () => Promise.resolve() })
}
