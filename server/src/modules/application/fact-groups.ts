import { COLLECTION_TITLES, type FactGroup } from '@xingtan/contract/application'
import type { z } from 'zod'
import { AUTHORITY_TITLES } from '@xingtan/contract/authority/authority-name'
import { DOCUMENT_TYPE_NAMES } from '@xingtan/contract/document'
import type { MachineState } from '@xingtan/contract/evidence'
import {
  EDUCATION_LEVEL_NAMES,
  ETHNIC_GROUPS,
  type EducationLevel,
  OCCUPATIONS,
  POLITICAL_STATUSES,
  PROFESSIONAL_TITLES,
  type CodeEntry,
  nameOfCode,
} from '@xingtan/contract/person-code'
import { AREA_BASIS_TITLES, QUALIFICATION_TITLES, ROUTE_TITLES } from '@xingtan/contract/qualification'
import { PUTONGHUA_GRADE_NAMES } from '@xingtan/domain/putonghua'
import type { Applicant } from '../account/index.ts'
import type { ChosenRecord, DraftCase } from './draft-case.ts'

type Group = z.infer<typeof FactGroup>
type Fact = Group['facts'][number]

const NONE = '—'
const STATE_TITLES: Readonly<Record<MachineState, string>> = {
  waiting: '待核验',
  match: '核验一致',
  mismatch: '核验不一致',
  'not-found': '未查到',
  'source-down': '待核验',
  limited: '待核验',
}

function fact(label: string, value: string | null | undefined, source: string | null = null): Fact {
  return { label, value: value === null || value === undefined || value === '' ? NONE : value, source }
}

function named(table: readonly CodeEntry[], code: string | null): string | null {
  return code === null ? null : (nameOfCode(table, code) ?? code)
}

function levelName(level: EducationLevel | null): string | null {
  return level === null ? null : EDUCATION_LEVEL_NAMES[level]
}

function sourceOf(title: string, record: ChosenRecord<unknown>): string {
  return `${title} · ${STATE_TITLES[record.row.state]}`
}

function describePerson(applicant: Applicant, maskedNumber: string): Group {
  const police = AUTHORITY_TITLES['police-identity']
  return {
    title: '身份信息',
    facts: [
      fact('姓名', applicant.name, police),
      fact('证件类型', DOCUMENT_TYPE_NAMES[applicant.documentType]),
      fact('证件号码', maskedNumber, police),
      fact('性别', applicant.sex === 1 ? '男' : '女'),
      fact('出生日期', applicant.birthOn),
      fact('民族', named(ETHNIC_GROUPS, applicant.ethnicGroup), '本人填写'),
    ],
  }
}

function describeProof({ examProof, putonghua, draft }: DraftCase): Group {
  const { route } = draft.steps.identity
  const facts = [fact('考试形式', route === null ? null : ROUTE_TITLES[route])]
  if (examProof !== null) {
    const source = sourceOf(AUTHORITY_TITLES.exam, examProof)
    facts.push(
      fact('考试合格证明编号', examProof.facts.number, source),
      fact('合格证明资格种类', QUALIFICATION_TITLES[examProof.facts.qualificationType], source),
      fact('合格证明任教学科', examProof.facts.subjectName, source),
      fact('合格证明有效期至', examProof.facts.validUntil, source),
    )
  }
  if (putonghua !== null) {
    const { number, grade, score } = putonghua.facts
    const source = sourceOf(AUTHORITY_TITLES.putonghua, putonghua)
    facts.push(
      fact('普通话证书编号', number, source),
      fact('普通话水平等级', grade === null ? null : PUTONGHUA_GRADE_NAMES[grade], source),
      fact('普通话成绩', score === null ? null : String(score), source),
    )
  }
  return { title: '考试与普通话', facts }
}

function describeEducation({ enrolment, education, degree, draft }: DraftCase): Group {
  const facts = [fact('是否在校生', draft.steps.identity.isStudent === true ? '是' : '否', '本人填写')]
  if (enrolment !== null) {
    const source = sourceOf(AUTHORITY_TITLES.chsi, enrolment)
    const { school, major, level, status, expectedGraduationOn } = enrolment.facts
    facts.push(
      fact('就读学校', school, source),
      fact('所学专业', major, source),
      fact('学历层次', levelName(level), source),
      fact('学籍状态', status, source),
      fact('预计毕业时间', expectedGraduationOn, source),
    )
  }
  if (education !== null) {
    const source = sourceOf(AUTHORITY_TITLES.chsi, education)
    const { certificateNumber, school, major, level, studyForm, graduatedOn } = education.facts
    facts.push(
      fact('学历证书编号', certificateNumber, source),
      fact('毕业学校', school, source),
      fact('毕业专业', major, source),
      fact('学历', levelName(level), source),
      fact('学习形式', studyForm, source),
      fact('毕业时间', graduatedOn, source),
    )
  }
  if (degree !== null) {
    const source = sourceOf(AUTHORITY_TITLES.chsi, degree)
    facts.push(fact('学位证书编号', degree.facts.certificateNumber, source), fact('学位', degree.facts.name, source))
  }
  return { title: '学籍学历', facts }
}

function describeChoice({ draft, agency, point, facts }: DraftCase, regionPath: string): Group {
  const { areaBasis, address, qualificationType } = draft.steps.agency
  return {
    title: '认定机构',
    facts: [
      fact('申请依据', areaBasis === null ? null : AREA_BASIS_TITLES[areaBasis], '本人填写'),
      fact('所在地区', regionPath),
      fact('详细地址', address, '本人填写'),
      fact('认定机构', agency?.name),
      fact('资格种类', qualificationType === null ? null : QUALIFICATION_TITLES[qualificationType]),
      fact('任教学科', facts.subjectName),
      fact('确认点', point === null ? null : `${point.name}（${point.address}）`),
    ],
  }
}

function describeDetails({ draft }: DraftCase): Group {
  const { details } = draft.steps
  const { collection, mailingAddress, resume } = details
  return {
    title: '认定信息',
    facts: [
      fact('政治面貌', named(POLITICAL_STATUSES, details.politicalStatusCode), '本人填写'),
      fact('工作单位', details.workplace, '本人填写'),
      fact('现从事职业', named(OCCUPATIONS, details.occupationCode), '本人填写'),
      fact('专业技术职务', named(PROFESSIONAL_TITLES, details.titleCode), '本人填写'),
      fact('证书领取方式', collection === null ? null : COLLECTION_TITLES[collection]),
      ...(collection === 'mail' ? [fact('邮寄地址', mailingAddress, '本人填写')] : []),
      ...resume.map((row, index) =>
        fact(
          `个人简历 ${index + 1}`,
          `${row.fromMonth} 至 ${row.toMonth ?? '今'} · ${row.place} · ${row.role}${row.witness ? ` · 证明人 ${row.witness}` : ''}`,
          '本人填写',
        ),
      ),
    ],
  }
}

/** Everything handed in as label and value, in the order of the form and with where each came from. */
export function describeFacts(
  draftCase: DraftCase,
  applicant: Applicant,
  shown: { readonly maskedNumber: string; readonly regionPath: string },
): Group[] {
  return [
    describePerson(applicant, shown.maskedNumber),
    describeProof(draftCase),
    describeEducation(draftCase),
    describeChoice(draftCase, shown.regionPath),
    describeDetails(draftCase),
  ]
}
