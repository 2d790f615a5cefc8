import type { DegreeRecord, EducationRecord, EnrolmentRecord } from '@xingtan/contract/authority/chsi'
import type { ExamProofRecord } from '@xingtan/contract/authority/exam'
import type { PutonghuaGradeTitle, PutonghuaRecord } from '@xingtan/contract/authority/putonghua'
import type { School } from './places.ts'
import type { ExamSubject } from './subjects.ts'

const digits = (value: number, length: number) => String(value).padStart(length, '0')

/** 学历 certificate number, 18 digits: school 5, kind 1, year 4, level 2 (05 本科, 06 专科), serial 6. */
function toEducationNumber(school: School, year: number, index: number): string {
  return `${school.code}1${year}${school.level === '本科' ? '05' : '06'}${digits(index, 6)}`
}

/** A finished course of study that ended on 30 June of `year`. */
export function createEducation(school: School, subject: ExamSubject, year: number, index: number): EducationRecord {
  return {
    certificateNumber: toEducationNumber(school, year, index),
    school: school.name,
    major: subject.major,
    level: school.level,
    studyForm: '普通全日制',
    conclusion: '毕业',
    graduatedOn: `${year}-06-30`,
  }
}

/** 学位 certificate number, 16 digits: unit 5, level 1 (4 学士), year 4, serial 6. */
export function createDegree(school: School, subject: ExamSubject, year: number, index: number): DegreeRecord {
  return {
    certificateNumber: `${school.code}4${year}${digits(index, 6)}`,
    school: school.name,
    level: '学士',
    name: subject.degreeName,
    awardedOn: `${year}-06-30`,
  }
}

/** An enrolment that is to end on 30 June of `graduationYear`. */
export function createEnrolment(school: School, subject: ExamSubject, graduationYear: number): EnrolmentRecord {
  const years = school.level === '本科' ? 4 : 3
  return {
    school: school.name,
    schoolCode: school.code,
    major: subject.major,
    level: school.level,
    studyForm: '普通全日制',
    status: '注册学籍',
    enrolledOn: `${graduationYear - years}-09-01`,
    expectedGraduationOn: `${graduationYear}-06-30`,
  }
}

/**
 * A proof of an interview in the first or second half of `year`. Terms end with the half-year of the third year after
 * (`domain.md` §6), so a proof of four years ago has expired whatever the day.
 */
export function createProof(subject: ExamSubject, year: number, half: 1 | 2, index: number): ExamProofRecord {
  return {
    number: `${year}${half}33${subject.qualificationType}${digits(index, 8)}`,
    qualificationType: subject.qualificationType,
    subjectName: subject.subjectName,
    issuedOn: half === 1 ? `${year}-06-20` : `${year + 1}-03-05`,
    validUntil: half === 1 ? `${year + 3}-06-30` : `${year + 3}-12-31`,
  }
}

const BANDS: ReadonlyArray<readonly [floor: number, grade: PutonghuaGradeTitle]> = [
  [97, '一级甲等'],
  [92, '一级乙等'],
  [87, '二级甲等'],
  [80, '二级乙等'],
  [70, '三级甲等'],
]

/** The grade that belongs to a score (`domain.md` §4). */
export function toGrade(score: number): PutonghuaGradeTitle {
  return BANDS.find(([floor]) => score >= floor)?.[1] ?? '三级乙等'
}

/** A Putonghua result; numbers have fifteen digits from 2022 on and thirteen before. */
export function createPutonghua(score: number, year: number, index: number): PutonghuaRecord {
  const printedYear = year >= 2022 ? String(year) : digits(year % 100, 2)
  return {
    certificateNumber: `33${printedYear}008${digits(index, 6)}`,
    grade: toGrade(score),
    score,
    testedOn: `${year}-05-21`,
    station: '浙江省普通话水平测试站（演示）',
  }
}
