import type { CaseView, CheckLine, Medical } from '@xingtan/contract/office/case'
import type { z } from 'zod'
import { parseDay, parseRecentDay } from './parse-day.ts'

export type Case = z.infer<typeof CaseView>
export type Line = z.infer<typeof CheckLine>
type Conclusion = z.infer<typeof Medical>['conclusion']

export interface Judgement {
  readonly accepted: boolean | undefined
  readonly note: string
}

/** What the desk has entered and not yet handed in; it survives a new reading of the case. */
export interface CaseDraft {
  readonly judgements: ReadonlyMap<string, Judgement>
  readonly conclusion: Conclusion | undefined
  /** As typed. */
  readonly examinedOn: string
  readonly hospital: string
}

/** Something that still keeps the desk from accepting; `target` is the id of the control to go to. */
export interface Missing {
  readonly target: string
  readonly sentence: string
}

export const MEDICAL_IDS = { conclusion: 'medical-conclusion', examinedOn: 'medical-day', hospital: 'medical-hospital' }

/** Id of the judgement control of one line. */
export function judgementId(line: Pick<Line, 'code'>): string {
  return `judge-${line.code.replaceAll('.', '-')}`
}

/** Starts from what is already on file, so that a case that came back is not judged from nothing. */
export function startDraft(view: Case): CaseDraft {
  const known = view.checklist.flatMap(({ code, human }) =>
    human === null ? [] : [[code, { accepted: human.accepted, note: human.note ?? '' }] as const],
  )
  return {
    judgements: new Map(known),
    conclusion: view.medical?.conclusion,
    examinedOn: view.medical?.examinedOn ?? '',
    hospital: view.medical?.hospital ?? '',
  }
}

/** The draft with one judgement changed. */
export function withJudgement(draft: CaseDraft, code: string, change: Partial<Judgement>): CaseDraft {
  const present = draft.judgements.get(code) ?? { accepted: undefined, note: '' }
  return { ...draft, judgements: new Map(draft.judgements).set(code, { ...present, ...change }) }
}

/** Why the desk cannot accept yet, all at once, in the order of the page. A hint: the server decides (CNF-2, CNF-5). */
export function listMissing(draft: CaseDraft, checklist: readonly Line[], today: string): Missing[] {
  const lines = checklist.filter((line) => line.needsHuman).flatMap((line) => missingJudgement(draft, line))
  return [...lines, ...missingMedical(draft, today)]
}

function missingJudgement(draft: CaseDraft, line: Line): Missing[] {
  const target = judgementId(line)
  const accepted = draft.judgements.get(line.code)?.accepted
  if (accepted === undefined) return [{ target, sentence: `请核验「${line.title}」并选择相符或不符。` }]
  return accepted
    ? []
    : [{ target, sentence: `「${line.title}」判为不符，不能确认通过；请按「确认未通过」办理，或者退回申请人修改。` }]
}

function missingMedical({ conclusion, examinedOn, hospital }: CaseDraft, today: string): Missing[] {
  const missing: Missing[] = []
  if (conclusion === undefined) missing.push({ target: MEDICAL_IDS.conclusion, sentence: '请选择体检结论。' })
  if (conclusion === 'unqualified')
    missing.push({
      target: MEDICAL_IDS.conclusion,
      sentence: '体检结论为不合格，不能确认通过；请按「确认未通过」办理。',
    })
  const daySentence = refuseExaminedOn(examinedOn, today)
  if (daySentence !== undefined) missing.push({ target: MEDICAL_IDS.examinedOn, sentence: daySentence })
  if (hospital.trim() === '') missing.push({ target: MEDICAL_IDS.hospital, sentence: '请填写体检医院。' })
  return missing
}

function refuseExaminedOn(examinedOn: string, today: string): string | undefined {
  if (examinedOn.trim() === '') return '请填写体检日期。'
  const day = parseDay(examinedOn)
  if (day === undefined) return '体检日期无法识别，请按年月日填写，例如 2026-09-14。'
  return day > today ? '体检日期不能晚于今天，请核对。' : undefined
}

/** The input of the confirmation, made of a draft without anything missing; undefined while something is. */
export function toConfirmation(draft: CaseDraft, checklist: readonly Line[]) {
  const { conclusion, hospital } = draft
  const examinedOn = parseDay(draft.examinedOn)
  if (conclusion === undefined || examinedOn === undefined) return undefined
  const judgements = checklist.flatMap(({ code, needsHuman }) => {
    const judgement = draft.judgements.get(code)
    if (!needsHuman || judgement?.accepted === undefined) return []
    const note = judgement.note.trim()
    return [{ code, accepted: judgement.accepted, note: note === '' ? null : note }]
  })
  return { judgements, medical: { conclusion, examinedOn, hospital: hospital.trim() } }
}

/** The draft as it is handed in: a short day of examination is written out. */
export function withWholeDay(draft: CaseDraft, today: string): CaseDraft {
  return { ...draft, examinedOn: parseRecentDay(draft.examinedOn, today) ?? draft.examinedOn }
}

/**
 * 全部相符: every line still open that the machine does not speak against is accepted, the examination is 合格, the
 * hospital is the one of the case before. Lines at fail or waiting are left: they want a word of their own.
 */
export function acceptAll(draft: CaseDraft, checklist: readonly Line[], hospital: string): CaseDraft {
  const open = checklist.filter(
    ({ code, needsHuman, machine }) =>
      needsHuman &&
      machine.result !== 'fail' &&
      machine.result !== 'waiting' &&
      draft.judgements.get(code)?.accepted === undefined,
  )
  const judged = open.reduce((whole, { code }) => withJudgement(whole, code, { accepted: true }), draft)
  return {
    ...judged,
    conclusion: draft.conclusion ?? 'qualified',
    hospital: draft.hospital.trim() === '' ? hospital : draft.hospital,
  }
}
