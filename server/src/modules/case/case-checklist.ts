import { type CaseMaterial, listMaterials } from '@xingtan/domain/application-material'
import { type AppliedRule, type ChecklistLine, buildChecklist, provenFacts } from '@xingtan/domain/case-checklist'
import { applyDegreeRule, applyPutonghuaRule } from '@xingtan/domain/case-rule'
import { ageOn } from '@xingtan/domain/case-age'
import { shanghaiDay } from '@xingtan/domain/shanghai-time'
import { EducationFacts, EnrolmentFacts, PutonghuaFacts } from '../evidence/index.ts'
import type { PolicyBook } from '../policy/index.ts'
import { toCheckedRecords } from './case-records.ts'
import type { CaseRecord, UsedRecord } from './sql.ts'

export interface CaseChecklist {
  readonly lines: readonly ChecklistLine[]
  readonly materials: readonly CaseMaterial[]
}

function provenOf(used: readonly UsedRecord[], purpose: UsedRecord['purpose']): unknown {
  return used.find((record) => record.purpose === purpose && record.state === 'match')?.facts
}

function putonghuaRule(record: CaseRecord, used: readonly UsedRecord[], book: PolicyBook, day: string): AppliedRule[] {
  if (!used.some(({ purpose }) => purpose === 'putonghua')) return []
  const policy = book.resolve('putonghua.floor', day)
  const facts = provenOf(used, 'putonghua')
  const wanted = { type: record.qualificationType, subjectName: record.subjectName, basis: policy.source }
  const { exemptFromAge } = policy.value
  const isExempt = exemptFromAge !== null && ageOn(record.birthOn, day) >= exemptFromAge
  const grade = facts === undefined ? null : PutonghuaFacts.parse(facts).grade
  return [applyPutonghuaRule(policy.value, wanted, { grade, isExempt })]
}

function degreeRule(record: CaseRecord, used: readonly UsedRecord[], book: PolicyBook, day: string): AppliedRule[] {
  const policy = book.resolve('degree.minimum', day)
  const wanted = { type: record.qualificationType, basis: policy.source }
  const diploma = provenOf(used, 'diploma') ?? provenOf(used, 'education')
  const enrolment = provenOf(used, 'enrolment')
  // A final-term student is measured by the 学历 to come until the diploma is there.
  if (diploma === undefined && record.diplomaRequired && enrolment !== undefined) {
    return [applyDegreeRule(policy.value, wanted, EnrolmentFacts.parse(enrolment).level)]
  }
  return [applyDegreeRule(policy.value, wanted, diploma === undefined ? null : EducationFacts.parse(diploma).level)]
}

/** Legal day of the last submission, whose policies a case stands under: the rows that `policy_versions` names. */
export function handedInOn({ snapshot, submittedAt }: CaseRecord): string {
  return snapshot.handedInOn ?? shanghaiDay(submittedAt)
}

/** The checklist and the papers of a case, under the policies of the day it was last handed in (its pinned rows). */
export function checklistOf(record: CaseRecord, used: readonly UsedRecord[], today: PolicyBook): CaseChecklist {
  const day = handedInOn(record)
  const book = today.pinnedTo(record.policyVersions)
  const materials = book.resolve('confirmation.materials', day)
  const records = toCheckedRecords(used)
  const { identity, agency } = record.snapshot.steps
  const facts = {
    areaBasis: agency.areaBasis ?? ('hukou' as const),
    isStudent: identity.isStudent === true,
    route: identity.route ?? ('national-exam' as const),
    qualificationType: record.qualificationType,
  }
  const rules = [...putonghuaRule(record, used, book, day), ...degreeRule(record, used, book, day)]
  return {
    lines: buildChecklist({
      ...facts,
      materials: materials.value,
      materialsSource: materials.source,
      records,
      rules,
    }),
    materials: listMaterials(materials.value, { ...facts, proven: provenFacts(records) }),
  }
}
