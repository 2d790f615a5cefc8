import * as portal from '@xingtan/contract/appointment'
import * as office from '@xingtan/contract/office/appointment'
import { bind } from '../../platform/http-bind.ts'
import * as booking from './book-appointment.ts'
import * as draw from './request-draw.ts'
import { getDraw } from './get-draw.ts'
import { getOffer } from './get-offer.ts'
import { getTicket } from './get-ticket.ts'
import { OFFICE_QUEUE_ROUTES } from './queue-routes.ts'
import { listBookings, listSlots } from './list-slots.ts'
import { makeSlotsOfPoint } from './make-slots.ts'
import { saveRule } from './save-rule.ts'

/** 网上预约 on the portal. */
export const PUBLIC_APPOINTMENT_ROUTES = [
  bind(portal.getAppointmentOfferEndpoint, getOffer),
  bind(portal.bookAppointmentEndpoint, booking.bookAppointment),
  bind(portal.changeAppointmentEndpoint, booking.changeAppointment),
  bind(portal.cancelAppointmentEndpoint, booking.cancelAppointment),
  bind(portal.requestDrawEndpoint, draw.requestDraw),
  bind(portal.withdrawDrawRequestEndpoint, draw.withdrawDrawRequest),
  bind(portal.getDrawEndpoint, getDraw),
  bind(portal.getTicketEndpoint, getTicket),
]

/** Slots and the line at the offices. */
export const OFFICE_APPOINTMENT_ROUTES = [
  bind(office.saveAppointmentRuleEndpoint, saveRule),
  bind(office.makeSlotsEndpoint, makeSlotsOfPoint),
  bind(office.listSlotsEndpoint, listSlots),
  bind(office.listBookingsEndpoint, listBookings),
  ...OFFICE_QUEUE_ROUTES,
]
