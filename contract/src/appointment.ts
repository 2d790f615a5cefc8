import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Day, Done, Id, Instant } from './field.ts'

const Booking = z.strictObject({
  appointmentId: Id,
  startsAt: Instant,
  endsAt: Instant,
  /** The plan changed: this person chooses a new time before everybody else. */
  mustMove: z.boolean(),
})

export const OfferedSlot = z.strictObject({
  slotId: Id,
  startsAt: Instant,
  endsAt: Instant,
  free: z.number().int(),
  /** `draw`: asked for by lot; `later`: opens at `releasedAt`. */
  state: z.enum(['free', 'full', 'draw', 'later']),
  releasedAt: Instant.nullable(),
})
export type OfferedSlot = z.infer<typeof OfferedSlot>

export const OfferedDay = z.strictObject({
  day: Day,
  slots: z.array(OfferedSlot),
  draw: z
    .strictObject({
      drawId: Id,
      /** SHA-256 of the seed, published before anybody asks. */
      seedHash: z.string(),
      requestsUntil: Instant,
      isOpen: z.boolean(),
    })
    .nullable(),
})
export type OfferedDay = z.infer<typeof OfferedDay>

export const AppointmentOffer = z.strictObject({
  applicationId: Id,
  registrationNumber: z.string(),
  pointName: z.string(),
  pointAddress: z.string(),
  hours: z.string(),
  /** Whether the point takes bookings at all. */
  isOffered: z.boolean(),
  /** Why nothing can be booked now, if so. */
  refusal: z.string().nullable(),
  booking: Booking.nullable(),
  request: z
    .strictObject({ drawId: Id, requestId: Id, day: Day, requestsUntil: Instant, wishes: z.array(Instant) })
    .nullable(),
  /** The last draw this person took part in. */
  lastDraw: z.strictObject({ drawId: Id, day: Day, isWon: z.boolean() }).nullable(),
  days: z.array(OfferedDay),
})
export type AppointmentOffer = z.infer<typeof AppointmentOffer>

export const getAppointmentOfferEndpoint = endpoint({
  name: 'appointment.get-offer',
  face: 'public',
  method: 'GET',
  path: '/api/me/applications/:applicationId/appointment',
  permission: 'session',
  input: z.strictObject({ applicationId: Id }),
  output: AppointmentOffer,
})

const ChosenSlot = z.strictObject({ applicationId: Id, slotId: Id })
const Booked = z.strictObject({ appointmentId: Id })

export const bookAppointmentEndpoint = endpoint({
  name: 'appointment.book',
  face: 'public',
  method: 'POST',
  path: '/api/me/applications/:applicationId/appointment',
  permission: 'session',
  input: ChosenSlot,
  output: Booked,
})

/** 改约: the new place is taken and the old one given back in one step, or nothing changes. */
export const changeAppointmentEndpoint = endpoint({
  name: 'appointment.change',
  face: 'public',
  method: 'POST',
  path: '/api/me/applications/:applicationId/appointment/change',
  permission: 'session',
  input: ChosenSlot,
  output: Booked,
})

export const cancelAppointmentEndpoint = endpoint({
  name: 'appointment.cancel',
  face: 'public',
  method: 'POST',
  path: '/api/me/applications/:applicationId/appointment/cancel',
  permission: 'session',
  input: z.strictObject({ applicationId: Id }),
  output: Done,
})

/** Takes part in the draw of a day, with up to three wished times in order. */
export const requestDrawEndpoint = endpoint({
  name: 'appointment.request-draw',
  face: 'public',
  method: 'POST',
  path: '/api/me/applications/:applicationId/draw-request',
  permission: 'session',
  input: z.strictObject({
    applicationId: Id,
    drawId: Id,
    slotIds: z.array(Id).min(1, { error: '请至少选择一个时段。' }).max(3, { error: '最多选择三个时段。' }),
  }),
  output: z.strictObject({ requestId: Id }),
})

export const withdrawDrawRequestEndpoint = endpoint({
  name: 'appointment.withdraw-request',
  face: 'public',
  method: 'POST',
  path: '/api/me/applications/:applicationId/draw-request/withdraw',
  permission: 'session',
  input: z.strictObject({ applicationId: Id }),
  output: Done,
})

/** One draw, for everybody to draw again: SHA-256 of `seed:requestId`, smallest first. */
export const DrawRecord = z.strictObject({
  drawId: Id,
  pointName: z.string(),
  day: Day,
  seedHash: z.string(),
  requestsUntil: Instant,
  drawnAt: Instant.nullable(),
  seed: z.string().nullable(),
  entries: z.array(z.strictObject({ requestId: Id, place: z.number().int(), isWon: z.boolean() })),
})
export type DrawRecord = z.infer<typeof DrawRecord>

export const getDrawEndpoint = endpoint({
  name: 'appointment.get-draw',
  face: 'public',
  method: 'GET',
  path: '/api/draws/:drawId',
  permission: 'public',
  input: z.strictObject({ drawId: Id }),
  output: DrawRecord,
})

export const OwnTicket = z.strictObject({
  number: z.number().int(),
  state: z.enum(['waiting', 'called', 'skipped', 'done', 'absent']),
  desk: z.number().int().nullable(),
  /** People who are called before this number, as things stand. */
  before: z.number().int(),
})
export type OwnTicket = z.infer<typeof OwnTicket>

/** Today's number of this case on the applicant's phone. */
export const getTicketEndpoint = endpoint({
  name: 'appointment.get-ticket',
  face: 'public',
  method: 'GET',
  path: '/api/me/applications/:applicationId/ticket',
  permission: 'session',
  input: z.strictObject({ applicationId: Id }),
  output: z.strictObject({ ticket: OwnTicket.nullable() }),
})
