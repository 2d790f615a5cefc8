import type { MachineState } from '@xingtan/contract/evidence'
import type { CheckResult } from '@xingtan/contract/office/case'
import type { PolicyValues } from '@xingtan/contract/policy'
import type { Refusal } from '@xingtan/contract/problem'
import { type MaterialFacts, listMaterials } from './application-material.ts'

type Material = PolicyValues['confirmation.materials'][number]
type EvidenceFact = NonNullable<Material['unnecessaryWhen']>

/** What a source says of one record of the case, in words for the desk. */
export interface CheckedRecord {
  readonly fact: EvidenceFact
  readonly state: MachineState
  readonly found: string
  readonly source: string
  readonly checkedAt: Date | null
}

/** A rule of the pinned policies applied to a record: it holds, does not, or cannot be said before the source answers. */
export interface AppliedRule {
  readonly code: string
  readonly title: string
  readonly requirement: string
  readonly holds: boolean | null
  readonly found: string
  readonly basis: string
}

export interface ChecklistFacts extends Omit<MaterialFacts, 'proven'> {
  readonly materials: readonly Material[]
  readonly materialsSource: string
  readonly records: readonly CheckedRecord[]
  readonly rules: readonly AppliedRule[]
}

export interface ChecklistLine {
  readonly code: string
  readonly title: string
  readonly requirement: string
  readonly result: CheckResult
  readonly found: string
  readonly source: string | null
  readonly checkedAt: Date | null
  readonly basis: string | null
  /** The desk has to say something: nothing has proven this line. */
  readonly needsHuman: boolean
  /** A rule that fails cannot be waived at the desk; a record its source contradicts can be shown in the original. */
  readonly isRule: boolean
}

/** What an officer said of a line, and what the source had said when they did. */
export interface Judgement {
  readonly code: string
  readonly accepted: boolean
  readonly note: string | null
  readonly machine?: CheckResult | undefined
}

/** The medical conclusion has a form of its own, with date and hospital. */
const JUDGED_ELSEWHERE = new Set(['medical-report'])

/** SOURCE_DOWN and LIMITED are no answer: neither a pass nor a failure (S-154). */
const RESULT_OF_STATE: Readonly<Record<MachineState, CheckResult>> = {
  match: 'pass',
  mismatch: 'fail',
  'not-found': 'fail',
  waiting: 'waiting',
  'source-down': 'waiting',
  limited: 'waiting',
}

function toMaterialLine(material: Material, facts: ChecklistFacts): ChecklistLine {
  const line = { code: material.code, title: material.name, requirement: material.note, basis: facts.materialsSource }
  const record = facts.records.find((one) => one.fact === material.unnecessaryWhen)
  if (record === undefined) {
    const needsHuman = !JUDGED_ELSEWHERE.has(material.code)
    const found = needsHuman ? '没有电子核验结果，由工作人员核对。' : '在“体检结论”中录入。'
    return { ...line, result: 'not-needed', found, source: null, checkedAt: null, needsHuman, isRule: false }
  }
  const result = RESULT_OF_STATE[record.state]
  const { found, source, checkedAt } = record
  return { ...line, result, found, source, checkedAt, needsHuman: result !== 'pass', isRule: false }
}

function toRuleLine({ code, title, requirement, holds, found, basis }: AppliedRule): ChecklistLine {
  const known = holds === true ? 'pass' : 'fail'
  const result = holds === null ? 'waiting' : known
  const line = { code, title, requirement, result, found, source: null, checkedAt: null, basis } as const
  return { ...line, needsHuman: holds === null, isRule: true }
}

const SIGNATURE: ChecklistLine = {
  code: 'signature',
  title: '个人承诺书签名',
  requirement: '签名清楚，是申请人本人的姓名。',
  result: 'not-needed',
  found: '由工作人员对照图片核对。',
  source: null,
  checkedAt: null,
  basis: '《教师资格认定申请人使用手册》3.1.2 步骤四②',
  needsHuman: true,
  isRule: false,
}

/** Facts proven by electronic comparison, which make papers unnecessary (APP-14). */
export function provenFacts(records: readonly CheckedRecord[]): EvidenceFact[] {
  return ['identity-verified', ...records.filter(({ state }) => state === 'match').map(({ fact }) => fact)]
}

/**
 * The checklist of one case: what it has to show under the policies it was handed in under, what the sources say, and
 * what the desk has to look at itself (CNF-2, APP-14). 教资字〔2020〕1号 art. 1(1).
 */
export function buildChecklist(facts: ChecklistFacts): ChecklistLine[] {
  const applying = new Set(listMaterials(facts.materials, { ...facts, proven: [] }).map(({ code }) => code))
  const materials = facts.materials.filter(({ code }) => applying.has(code))
  const shown = new Set(materials.map(({ unnecessaryWhen }) => unnecessaryWhen))
  const others = facts.records.filter(({ fact }) => !shown.has(fact))
  return [
    ...materials.map((material) => toMaterialLine(material, facts)),
    ...others.map((record) => toRecordLine(record)),
    ...facts.rules.map(toRuleLine),
    SIGNATURE,
  ]
}

const RECORD_TITLES: Readonly<Record<EvidenceFact, string>> = {
  'identity-verified': '实名核验',
  'enrolment-verified': '学籍',
  'education-verified': '学历',
  'degree-verified': '学位',
  'putonghua-verified': '普通话水平测试等级证书',
  'exam-proof-verified': '中小学教师资格考试合格证明',
  'exempt-proof-verified': '师范生教师职业能力证书',
}

function toRecordLine({ fact, state, found, source, checkedAt }: CheckedRecord): ChecklistLine {
  const result = RESULT_OF_STATE[state]
  const words = { title: RECORD_TITLES[fact], requirement: '申请人填报的记录经核验属实。', basis: null }
  return { code: fact, ...words, result, found, source, checkedAt, needsHuman: result !== 'pass', isRule: false }
}

function refuseLine(line: ChecklistLine, judgement: Judgement | undefined): Refusal[] {
  const values = { title: line.title, found: line.found.replace(/。$/, '') }
  const basis = line.basis === null ? {} : { basis: line.basis }
  if (line.isRule && line.result === 'fail') return [{ code: 'confirmation.rule-failed', values, ...basis }]
  if (judgement?.accepted === false) return [{ code: 'confirmation.line-refused', values, field: line.code, ...basis }]
  if (!line.needsHuman) return []
  if (judgement === undefined) return [{ code: 'confirmation.line-unjudged', values, field: line.code }]
  const isAgainstMachine = line.result === 'waiting' || line.result === 'fail'
  const hasNote = judgement.note !== null && judgement.note !== ''
  return isAgainstMachine && !hasNote ? [{ code: 'confirmation.line-note-needed', values, field: line.code }] : []
}

/**
 * Reasons why the desk cannot accept with these judgements, all at once. What no source has proven needs a person's
 * word, and where a source was silent or said no also a note of what was seen (S-154).
 */
export function refuseJudgements(lines: readonly ChecklistLine[], judgements: readonly Judgement[]): Refusal[] {
  const known = new Set(lines.map(({ code }) => code))
  const byCode = new Map(judgements.map((judgement) => [judgement.code, judgement]))
  const isStrange = byCode.size !== judgements.length || judgements.some(({ code }) => !known.has(code))
  return [
    ...(isStrange ? [{ code: 'confirmation.line-unknown' as const }] : []),
    ...lines.flatMap((line) => refuseLine(line, byCode.get(line.code))),
  ]
}

/**
 * Titles of the lines that nothing proves when the conclusion is drawn: no source, and no named officer who knew what
 * the source says now. An answer that turned against the person after the desk looked has to be looked at again (S-154).
 */
export function listUnproven(lines: readonly ChecklistLine[], judgements: readonly Judgement[]): string[] {
  const byCode = new Map(judgements.map((judgement) => [judgement.code, judgement]))
  return lines
    .filter((line) => {
      if (line.isRule && line.result === 'fail') return true
      if (!line.needsHuman) return false
      const judgement = byCode.get(line.code)
      if (judgement?.accepted !== true) return true
      return line.result === 'fail' && judgement.machine !== 'fail'
    })
    .map(({ title }) => title)
}
