import { z } from 'zod'
import { DocumentType } from '../document.ts'
import { endpoint } from '../endpoint.ts'
import { Day, Done, Id, Instant, line } from '../field.ts'
import { AppointmentRule } from './point.ts'

/** How a person stands in the line: booked and in time, booked but late, without a booking, or let in before the others. */
export const TicketKind = z.enum(['booked', 'late', 'walk-in', 'priority'])
export type TicketKind = z.infer<typeof TicketKind>

export const TICKET_KIND_TITLES: Readonly<Record<TicketKind, string>> = {
  booked: '预约',
  late: '预约迟到',
  'walk-in': '现场取号',
  priority: '优先',
}

/** 老弱孕残 and whoever else is served first; a word that says nothing about the illness. */
export const PriorityReason = z.enum(['elderly', 'frail', 'pregnant', 'disabled', 'infant', 'soldier'])
export type PriorityReason = z.infer<typeof PriorityReason>

export const PRIORITY_REASON_TITLES: Readonly<Record<PriorityReason, string>> = {
  elderly: '老年人',
  frail: '体弱或伤病',
  pregnant: '孕产妇',
  disabled: '残疾人',
  infant: '携带婴幼儿',
  soldier: '现役军人',
}

export const TicketState = z.enum(['waiting', 'called', 'skipped', 'done', 'absent'])
export type TicketState = z.infer<typeof TicketState>

export const saveAppointmentRuleEndpoint = endpoint({
  name: 'appointment.save-rule',
  face: 'office',
  method: 'POST',
  path: '/api/points/:pointId/appointment-rule',
  permission: 'appointment.manage',
  input: z.strictObject({ pointId: Id, version: z.number().int(), rule: AppointmentRule }),
  output: Done,
})

/** Makes the slots of the confirm windows of the plan; slots with bookings stay, those outside are closed. */
export const makeSlotsEndpoint = endpoint({
  name: 'appointment.make-slots',
  face: 'office',
  method: 'POST',
  path: '/api/points/:pointId/slots',
  permission: 'appointment.manage',
  input: z.strictObject({ pointId: Id }),
  output: z.strictObject({
    added: z.number().int(),
    kept: z.number().int(),
    closed: z.number().int(),
    /** Bookings whose slot is gone; each person was told and may choose before everybody else. */
    moving: z.number().int(),
  }),
})

export const SlotRow = z.strictObject({
  slotId: Id,
  startsAt: Instant,
  endsAt: Instant,
  capacity: z.number().int(),
  walkIn: z.number().int(),
  booked: z.number().int(),
  state: z.enum(['open', 'draw', 'later', 'closed']),
})
export type SlotRow = z.infer<typeof SlotRow>

/** Days and slots of any point of one's own agency: figures, never people (case 13). */
export const listSlotsEndpoint = endpoint({
  name: 'appointment.list-slots',
  face: 'office',
  method: 'GET',
  path: '/api/points/:pointId/slots',
  permission: 'office',
  input: z.strictObject({ pointId: Id, day: Day.optional() }),
  output: z.strictObject({
    days: z.array(z.strictObject({ day: Day, capacity: z.number().int(), booked: z.number().int() })),
    day: Day.nullable(),
    slots: z.array(SlotRow),
  }),
})

export const BookingRow = z.strictObject({
  appointmentId: Id,
  applicationId: Id,
  registrationNumber: z.string(),
  name: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  state: z.enum(['booked', 'arrived', 'missed']),
})

/** Who is expected at one's own point on a day. */
export const listBookingsEndpoint = endpoint({
  name: 'appointment.list-bookings',
  face: 'office',
  method: 'GET',
  path: '/api/points/:pointId/bookings',
  permission: 'appointment.call',
  input: z.strictObject({ pointId: Id, day: Day }),
  output: z.strictObject({ bookings: z.array(BookingRow) }),
})

export const TicketRow = z.strictObject({
  ticketId: Id,
  number: z.number().int(),
  applicationId: Id,
  name: z.string(),
  registrationNumber: z.string(),
  kind: TicketKind,
  priorityReason: PriorityReason.nullable(),
  slotStartsAt: Instant.nullable(),
  takenAt: Instant,
  state: TicketState,
  desk: z.number().int().nullable(),
  calls: z.number().int(),
})
export type TicketRow = z.infer<typeof TicketRow>

/** The line of today at one's own point, in the order of calling. */
export const getQueueEndpoint = endpoint({
  name: 'appointment.get-queue',
  face: 'office',
  method: 'GET',
  path: '/api/queue',
  permission: 'appointment.call',
  input: z.strictObject({}),
  output: z.strictObject({
    pointId: Id,
    pointName: z.string(),
    deskCount: z.number().int(),
    called: z.array(TicketRow),
    waiting: z.array(TicketRow),
    skipped: z.array(TicketRow),
    done: z.number().int(),
    /** Booked for today and not yet here. */
    expected: z.number().int(),
  }),
})

/** A number at the door: 报名号, QR text or document number; the text is in the body, never in an address (S-125). */
export const takeNumberEndpoint = endpoint({
  name: 'appointment.take-number',
  face: 'office',
  method: 'POST',
  path: '/api/queue/tickets',
  permission: 'appointment.call',
  input: z.strictObject({ text: line(60, '报名号或证件号码'), priorityReason: PriorityReason.nullable() }),
  output: z.strictObject({ ticketId: Id, number: z.number().int(), kind: TicketKind, before: z.number().int() }),
})

const Desk = z.number().int().min(1).max(60)

/** Ends what stands at this desk and calls whoever is next; `null` when nobody waits. */
export const callNextEndpoint = endpoint({
  name: 'appointment.call-next',
  face: 'office',
  method: 'POST',
  path: '/api/queue/call',
  permission: 'appointment.call',
  input: z.strictObject({ desk: Desk }),
  output: z.strictObject({
    ticket: z.strictObject({ ticketId: Id, number: z.number().int(), applicationId: Id }).nullable(),
  }),
})

function ticketCommand<Shape extends z.ZodRawShape>(name: string, verb: string, more: Shape) {
  return endpoint({
    name: `appointment.${name}`,
    face: 'office',
    method: 'POST',
    path: `/api/queue/tickets/:ticketId/${verb}`,
    permission: 'appointment.call',
    input: z.strictObject({ ticketId: Id, ...more }),
    output: Done,
  })
}

/** 重呼: calls the number at the desk again. */
export const recallTicketEndpoint = ticketCommand('recall-ticket', 'recall', {})
/** 过号: nobody came; the number can be put back into the line. */
export const skipTicketEndpoint = ticketCommand('skip-ticket', 'skip', {})
/** 重新排队: a skipped number comes behind those who wait now. */
export const requeueTicketEndpoint = ticketCommand('requeue-ticket', 'requeue', {})
/** 未到: the person does not come any more today. */
export const markAbsentEndpoint = ticketCommand('mark-absent', 'absent', {})
/** 办结: the number at the desk is served. */
export const finishTicketEndpoint = ticketCommand('finish-ticket', 'finish', {})
/** 转台: another desk goes on with the same number. */
export const transferTicketEndpoint = ticketCommand('transfer-ticket', 'transfer', { desk: Desk })

/** A link for the screen in the waiting room; it shows called numbers until the end of the day and opens nothing else. */
export const openScreenEndpoint = endpoint({
  name: 'appointment.open-screen',
  face: 'office',
  method: 'POST',
  path: '/api/call-screens',
  permission: 'appointment.call',
  input: z.strictObject({}),
  output: z.strictObject({ screenId: Id, token: z.string(), endsAt: Instant }),
})

export const CallScreen = z.strictObject({
  pointName: z.string(),
  now: Instant,
  /** Newest call first; `calls` grows when the number is called again. */
  called: z.array(
    z.strictObject({
      number: z.number().int(),
      maskedName: z.string(),
      desk: z.number().int(),
      calls: z.number().int(),
      calledAt: Instant,
    }),
  ),
  next: z.array(z.number().int()),
  waiting: z.number().int(),
  skipped: z.array(z.number().int()),
})
export type CallScreen = z.infer<typeof CallScreen>

/** What the screen shows: numbers, desks and masked names. The token travels in the body. */
export const showScreenEndpoint = endpoint({
  name: 'appointment.show-screen',
  face: 'office',
  method: 'POST',
  path: '/api/call-screens/show',
  permission: 'public',
  input: z.strictObject({ token: z.string().min(1).max(200) }),
  output: CallScreen,
})

/** 代理: who hands the material in, with the 授权委托书 seen (行政许可法 art. 29). */
export const recordAgentEndpoint = endpoint({
  name: 'appointment.record-agent',
  face: 'office',
  method: 'POST',
  path: '/api/cases/:applicationId/agent',
  permission: 'confirmation.decide',
  input: z.strictObject({
    applicationId: Id,
    name: line(60, '代理人姓名'),
    documentType: DocumentType,
    documentNumber: line(30, '代理人证件号码'),
    letterSeen: z.boolean(),
  }),
  output: Done,
})

export const getAgentEndpoint = endpoint({
  name: 'appointment.get-agent',
  face: 'office',
  method: 'GET',
  path: '/api/cases/:applicationId/agent',
  permission: 'confirmation.read',
  input: z.strictObject({ applicationId: Id }),
  output: z.strictObject({
    agent: z
      .strictObject({
        name: z.string(),
        documentType: DocumentType,
        maskedDocumentNumber: z.string(),
        recordedBy: z.string(),
        recordedAt: Instant,
      })
      .nullable(),
  }),
})
