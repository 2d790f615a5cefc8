import type { Services } from '../../platform/context.ts'
import type { JobRun } from '../../platform/jobs.ts'
import { listCases } from '../case/index.ts'
import { findBookingById } from './sql-booking.ts'
import { slotText, tellPerson } from './tell-person.ts'

/** The day before: a booking that still stands is called to mind, once. */
export async function remindPerson(services: Services, run: JobRun): Promise<void> {
  await services.db.transaction({}, async (tx) => {
    await run.holdLease(tx)
    const booking = await findBookingById(tx, run.job.payload['appointmentId'] ?? '')
    if (booking === undefined || booking.startsAt <= tx.now) return
    const [record] = await listCases(tx, [booking.applicationId])
    if (record === undefined) return
    const text = `提醒：您预约了 ${slotText(booking)} 到${record.snapshot.pointName}办理现场确认，请携带材料原件按时到场；不能到场的，请登录改约或取消。`
    await tellPerson(tx, services.crypto, record, { template: 'reminder', subjectId: booking.id, text })
  })
}
