import * as office from '@xingtan/contract/office/appointment'
import { bind } from '../../platform/http-bind.ts'
import { callNext } from './call-next.ts'
import { openScreen, showScreen } from './call-screen.ts'
import * as ticket from './change-ticket.ts'
import { getQueue } from './get-queue.ts'
import { getAgent, recordAgent } from './record-agent.ts'
import { takeNumber } from './take-number.ts'

/** 排号, the call screen and 代理. */
export const OFFICE_QUEUE_ROUTES = [
  bind(office.getQueueEndpoint, getQueue),
  bind(office.takeNumberEndpoint, takeNumber),
  bind(office.callNextEndpoint, callNext),
  bind(office.recallTicketEndpoint, ticket.recallTicket),
  bind(office.skipTicketEndpoint, ticket.skipTicket),
  bind(office.requeueTicketEndpoint, ticket.requeueTicket),
  bind(office.markAbsentEndpoint, ticket.markAbsent),
  bind(office.finishTicketEndpoint, ticket.finishTicket),
  bind(office.transferTicketEndpoint, ticket.transferTicket),
  bind(office.openScreenEndpoint, openScreen),
  bind(office.showScreenEndpoint, showScreen),
  bind(office.recordAgentEndpoint, recordAgent),
  bind(office.getAgentEndpoint, getAgent),
]
