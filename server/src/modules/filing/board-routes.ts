import {
  getFilingBoardEndpoint,
  listFilingRemindersEndpoint,
  noteFilingRemindersEndpoint,
  remindFilingEndpoint,
} from '@xingtan/contract/office/filing'
import { type Binding, bind } from '../../platform/http-bind.ts'
import { getBoard } from './get-board.ts'
import { listReminders } from './list-reminders.ts'
import { noteReminders } from './note-reminders.ts'
import { remindFiling } from './remind-filing.ts'

/** Who is missing or late, and the site notices about it. */
export const BOARD_ROUTES: readonly Binding[] = [
  bind(getFilingBoardEndpoint, getBoard),
  bind(remindFilingEndpoint, remindFiling),
  bind(listFilingRemindersEndpoint, listReminders),
  bind(noteFilingRemindersEndpoint, noteReminders),
]
