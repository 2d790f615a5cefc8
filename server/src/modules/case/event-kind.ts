import { z } from 'zod'
import { CASE_EVENT_KINDS } from '@xingtan/domain/application'

/** Kind of an event as its row holds it; the table of states in the domain is the one list. */
export const CaseEventKind = z.enum(CASE_EVENT_KINDS)
export type CaseEventKind = z.infer<typeof CaseEventKind>
