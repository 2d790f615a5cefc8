/** Owns `appointment_*`, `appointments`, `queue_*`, `call_screens`, `case_agents`: 预约 and 排号. */
export { offerMovesOutside } from './offer-moves.ts'
export { type Booking, listBookingsOutside } from './sql-booking.ts'
