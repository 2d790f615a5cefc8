import { EDUCATION_LEVEL_NAMES } from '@xingtan/contract/person-code'
import type { PolicyKey, PolicyValues } from '@xingtan/contract/policy'
import {
  AREA_BASIS_TITLES,
  AreaBasis,
  QUALIFICATION_TITLES,
  type QualificationType,
} from '@xingtan/contract/qualification'
import { applyDegreeRule, applyPutonghuaRule } from './case-rule.ts'
import { PUTONGHUA_GRADE_NAMES } from './putonghua.ts'

/** A sample and what the old and the new rule say about it. */
export interface VerdictChange {
  readonly situation: string
  readonly before: string
  readonly after: string
}

interface Sample {
  readonly situation: string
  readonly verdict: string
}

const TYPES: readonly QualificationType[] = [1, 2, 3, 4, 5, 6, 7]
const OTHER_SUBJECT = '其他学科'

function toVerdict(holds: boolean | null): string {
  if (holds === null) return '由确认点核对'
  return holds ? '符合' : '不符合'
}

function sampleDegrees(value: PolicyValues['degree.minimum']): Sample[] {
  return TYPES.flatMap((type) =>
    (['secondary', 'associate', 'bachelor', 'master'] as const).map((level) => ({
      situation: `${QUALIFICATION_TITLES[type]}，${EDUCATION_LEVEL_NAMES[level]}毕业`,
      verdict: toVerdict(applyDegreeRule(value, { type, basis: '' }, level).holds),
    })),
  )
}

function samplePutonghua(value: PolicyValues['putonghua.floor'], subjects: readonly string[]): Sample[] {
  return TYPES.flatMap((type) =>
    subjects.flatMap((subjectName) =>
      (['1B', '2A', '2B', '3A'] as const).map((grade) => ({
        situation: `${QUALIFICATION_TITLES[type]}，${subjectName}，${PUTONGHUA_GRADE_NAMES[grade]}`,
        verdict: toVerdict(
          applyPutonghuaRule(value, { type, subjectName, basis: '' }, { grade, isExempt: false }).holds,
        ),
      })),
    ),
  )
}

function sampleBases(value: PolicyValues['area.bases']): Sample[] {
  return AreaBasis.options.map((basis) => ({
    situation: `以${AREA_BASIS_TITLES[basis]}为依据申请`,
    verdict: value.allowed.includes(basis) ? '接受' : '不接受',
  }))
}

function sampleDays(value: number): Sample[] {
  return [30, 90, 180, 181, 365].map((days) => ({
    situation: `${days} 天前作出的结论或结果`,
    verdict: days <= value ? '有效' : '已过有效期',
  }))
}

function subjectsOf(...values: readonly PolicyValues['putonghua.floor'][]): string[] {
  return [...new Set(values.flatMap(({ raises }) => raises.map(({ subjectName }) => subjectName))), OTHER_SUBJECT]
}

type Values = { readonly [Key in PolicyKey]?: PolicyValues[Key] }

/** Samples of the keys whose rule gives a verdict about a person; the other keys have none. */
function samplesOf(values: Values, subjects: readonly string[]): Sample[] {
  const days = [
    values['medical.validity-days'],
    values['vetting.crime-max-age-days'],
    values['vetting.offence-max-age-days'],
  ]
  return [
    ...(values['degree.minimum'] === undefined ? [] : sampleDegrees(values['degree.minimum'])),
    ...(values['putonghua.floor'] === undefined ? [] : samplePutonghua(values['putonghua.floor'], subjects)),
    ...(values['area.bases'] === undefined ? [] : sampleBases(values['area.bases'])),
    ...days.flatMap((value) => (value === undefined ? [] : sampleDays(value))),
  ]
}

/**
 * Samples on which the old and the new value of a key differ, judged by the very rules that judge cases (ADM-3). The
 * values are those of one key, already parsed.
 */
export function compareVerdicts(before: Values, after: Values): VerdictChange[] {
  const floors = [before['putonghua.floor'], after['putonghua.floor']].filter((value) => value !== undefined)
  const subjects = subjectsOf(...floors)
  const old = new Map(samplesOf(before, subjects).map(({ situation, verdict }) => [situation, verdict]))
  return samplesOf(after, subjects)
    .map(({ situation, verdict }) => ({ situation, before: old.get(situation) ?? '', after: verdict }))
    .filter((change) => change.before !== change.after)
}
