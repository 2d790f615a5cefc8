import type { ExamBar } from '@xingtan/contract/authority/exam-bar'
import { sentenceOf } from '@xingtan/contract/problem'
import { type ListedBar, refuseExamDays } from '@xingtan/domain/exam-bar'
import { maskDocumentNumber, maskName } from '@xingtan/domain/mask'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { Problem, throwIfRefused } from '../../platform/problem.ts'
import { type EntryInput, prepareEntry } from '../restriction/index.ts'
import { type Row, isDecisionKnown } from './sql.ts'

type Prepared = Awaited<ReturnType<typeof prepareEntry>>

export interface JudgedRow {
  readonly shown: Omit<Row, 'entryId'>
  /** The entry it would become; undefined unless it is fresh. */
  readonly entry: Prepared | undefined
}

interface Place {
  readonly agencyCode: string
  /** The list itself is the paper the entries rest on. */
  readonly decision: { readonly hash: string; readonly mediaType: 'application/pdf'; readonly bytes: number }
}

function toInput(bar: ExamBar): EntryInput {
  const { name, documentNumber, decidedOn, authority, decisionNumber, cause } = bar
  const late = '考试机构通报的名单。'
  const kind = 'exam-cheat'
  const documentType = 'resident-id'
  return {
    name,
    documentType,
    documentNumber,
    kind,
    decidedOn,
    endsOn: bar.lastBarredDay,
    authority,
    decisionNumber,
    cause,
    lateReason: late,
  }
}

function shownOf({ row, bar }: ListedBar) {
  return {
    row,
    maskedName: maskName(bar.name),
    maskedNumber: maskDocumentNumber(bar.documentNumber),
    decisionNumber: bar.decisionNumber,
  }
}

async function prepare(
  ctx: Context,
  tx: Tx,
  { bar, place }: { bar: ExamBar; place: Place },
): Promise<Prepared | string> {
  try {
    throwIfRefused(refuseExamDays(bar))
    return await prepareEntry(ctx, tx, { agencyCode: place.agencyCode, input: toInput(bar), decision: place.decision })
  } catch (error) {
    if (error instanceof Problem) return error.reasons.map(sentenceOf).join('')
    throw error
  }
}

/**
 * Judges each row of a list by the rules of any entry: number, days, and the name under which the number was proven here.
 * A decision that stands in the 限制库 already, or twice in the list, is known: importing again changes nothing (INT-4).
 */
export async function judgeList(
  ctx: Context,
  tx: Tx,
  { bars, place }: { readonly bars: readonly ListedBar[]; readonly place: Place },
): Promise<JudgedRow[]> {
  const seen = new Set<string>()
  const judged: JudgedRow[] = []
  for (const listed of bars) {
    const shown = shownOf(listed)
    const entry = await prepare(ctx, tx, { bar: listed.bar, place })
    if (typeof entry === 'string') {
      judged.push({ shown: { ...shown, outcome: 'faulty', sentence: entry }, entry: undefined })
      continue
    }
    const key = `${entry.personIndex.toString('hex')} ${entry.decisionNumber}`
    const isKnown = seen.has(key) || (await isDecisionKnown(tx, entry.personIndex, entry.decisionNumber))
    seen.add(key)
    judged.push(
      isKnown
        ? { shown: { ...shown, outcome: 'known', sentence: '这一决定已经在限制库中。' }, entry: undefined }
        : { shown: { ...shown, outcome: 'fresh', sentence: null }, entry },
    )
  }
  return judged
}
