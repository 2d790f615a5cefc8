import { COLLECTION_TITLES, type Draft } from '@xingtan/contract/application'
import type { PersonalCentre } from '@xingtan/contract/evidence'
import type { AgencyOffer } from '@xingtan/contract/place'
import {
  EDUCATION_LEVEL_NAMES,
  EducationLevel,
  nameOfCode,
  OCCUPATIONS,
  POLITICAL_STATUSES,
  PROFESSIONAL_TITLES,
} from '@xingtan/contract/person-code'
import { AREA_BASIS_TITLES, QUALIFICATION_TITLES, ROUTE_TITLES } from '@xingtan/contract/qualification'
import { PUTONGHUA_GRADE_NAMES } from '@xingtan/domain/putonghua'
import type { Fact } from '@xingtan/ui/components/definition-list'
import { formatDay, formatWindow } from '@xingtan/ui/date-format'

const NONE = '尚未填写'

function fact(term: string, value: string | null | undefined, source?: string): Fact {
  return { term, value: value === null || value === undefined || value === '' ? NONE : value, source }
}

/** Parts that are there, one after the other. */
function joined(...parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part !== null && part !== undefined && part !== '').join('，')
}

function levelName(level: string | null): string | null {
  const known = EducationLevel.safeParse(level)
  return known.success ? EDUCATION_LEVEL_NAMES[known.data] : null
}

/** 身份信息 of step 2, as a person reads it again before handing in. */
export function identityFacts({ steps }: Draft, centre: PersonalCentre): readonly Fact[] {
  const { route, examProofId, putonghuaId, isStudent, enrolmentId, educationId, degreeId } = steps.identity
  const { identity } = centre
  const proof = centre.examProofs.find(({ id }) => id === examProofId)
  const putonghua = centre.putonghua.find(({ id }) => id === putonghuaId)
  const enrolment = centre.enrolments.find(({ id }) => id === enrolmentId)
  const education = centre.educations.find(({ id }) => id === educationId)
  const degree = centre.degrees.find(({ id }) => id === degreeId)
  return [
    fact('姓名', identity.name, '公安部门核验'),
    fact('证件', `${identity.documentTypeTitle}，${identity.maskedDocumentNumber}`, '公安部门核验'),
    fact('性别', identity.sex),
    fact('出生日期', formatDay(identity.birthOn)),
    fact('民族', identity.ethnicGroup, '本人填写'),
    fact('考试形式', route === null ? null : ROUTE_TITLES[route]),
    fact(
      '合格证明',
      proof && joined(QUALIFICATION_TITLES[proof.qualificationType], proof.subjectName, proof.number),
      proof?.source,
    ),
    fact(
      '普通话证书',
      putonghua && joined(putonghua.grade && PUTONGHUA_GRADE_NAMES[putonghua.grade], putonghua.number),
      putonghua?.source,
    ),
    fact('是否在校生', isStudent === null ? null : isStudent ? '是（未取得毕业证书，在校最后一学期）' : '否'),
    ...(isStudent === true
      ? [
          fact(
            '学籍信息',
            enrolment &&
              (joined(enrolment.school, enrolment.major, levelName(enrolment.level), enrolment.status) ||
                '正在核验，结果会通知您'),
            enrolment?.source,
          ),
        ]
      : []),
    ...(isStudent === false || education !== undefined
      ? [
          fact(
            '学历证书',
            education && joined(education.school, levelName(education.level), education.certificateNumber),
            education?.source,
          ),
        ]
      : []),
    ...(degree === undefined ? [] : [fact('学位证书', joined(degree.name, degree.certificateNumber), degree.source)]),
  ]
}

/** 认定机构 of step 3. */
export function agencyFacts(
  { steps }: Draft,
  names: { readonly place: string; readonly subject: string | undefined; readonly offer: AgencyOffer | undefined },
): readonly Fact[] {
  const { areaBasis, address, qualificationType, pointId } = steps.agency
  const point = names.offer?.points.find((one) => one.pointId === pointId)
  return [
    fact('资格种类', qualificationType === null ? null : QUALIFICATION_TITLES[qualificationType], '考试合格证明'),
    fact('任教学科', names.subject, '考试合格证明'),
    fact('申请依据', areaBasis === null ? null : AREA_BASIS_TITLES[areaBasis]),
    fact('认定所在地', names.place),
    fact('详细地址', address),
    fact('认定机构', names.offer?.agencyName),
    fact('确认点', point && joined(point.name, point.address)),
    fact('确认时间', point && formatWindow(point.confirmFrom, point.confirmTo)),
  ]
}

/** 认定信息 of step 4, without the pictures. */
export function detailsFacts({ steps }: Draft): readonly Fact[] {
  const { collection, mailingAddress, politicalStatusCode, occupationCode, titleCode, workplace, resume } =
    steps.details
  return [
    fact('领取方式', collection === null ? null : COLLECTION_TITLES[collection]),
    ...(collection === 'mail' ? [fact('邮寄地址', mailingAddress)] : []),
    fact('政治面貌', nameOfCode(POLITICAL_STATUSES, politicalStatusCode ?? '')),
    fact('现从事职业', nameOfCode(OCCUPATIONS, occupationCode ?? '')),
    fact('工作单位', workplace),
    fact('专业技术职务', nameOfCode(PROFESSIONAL_TITLES, titleCode ?? '')),
    ...(resume.length === 0 ? [fact('个人简历', null)] : []),
    ...resume.map((row, index) =>
      fact(
        `个人简历 ${index + 1}`,
        joined(
          row.toMonth === null ? `${row.fromMonth} 至今` : `${row.fromMonth} 至 ${row.toMonth}`,
          row.place,
          row.role,
          row.witness && `证明人 ${row.witness}`,
        ),
      ),
    ),
  ]
}
