import type { Services } from '../../platform/context.ts'
import type { JobHandler } from '../../platform/jobs.ts'
import { drawDay } from './draw-slots.ts'
import { remindPerson } from './remind-person.ts'

/** Jobs of this module by name. */
export function createAppointmentJobs(services: Services): Readonly<Record<string, JobHandler>> {
  return {
    'appointment.draw': (run) => drawDay(services, run),
    'appointment.remind': (run) => remindPerson(services, run),
  }
}
