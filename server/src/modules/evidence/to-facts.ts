import type { DegreeRecord, EducationRecord, EnrolmentRecord } from '@xingtan/contract/authority/chsi'
import type { ExamProofRecord } from '@xingtan/contract/authority/exam'
import type { PutonghuaRecord } from '@xingtan/contract/authority/putonghua'
import { EDUCATION_LEVEL_NAMES, EducationLevel } from '@xingtan/contract/person-code'
import { putonghuaGradeNamed } from '@xingtan/domain/putonghua'
import { presentSubjectName } from '@xingtan/domain/subject'
import type { Tx } from '../../platform/db.ts'
import { listSubjectAliases, listSubjects } from '../agency/index.ts'
import type { DegreeFacts, EducationFacts, EnrolmentFacts, ExamProofFacts, PutonghuaFacts } from './facts.ts'

function levelNamed(name: string): EducationLevel | null {
  return EducationLevel.options.find((level) => EDUCATION_LEVEL_NAMES[level] === name) ?? null
}

/** A proof with the code our table gives its subject; names of other years are the same subject (思想品德, 道德与法治). */
export async function toExamProofFacts(tx: Tx, record: ExamProofRecord): Promise<ExamProofFacts> {
  const type = record.qualificationType
  const name = presentSubjectName(await listSubjectAliases(tx, type), type, record.subjectName)
  const subject = (await listSubjects(tx, type)).find((row) => row.name === name)
  return { ...record, subjectCode: subject?.code ?? '' }
}

export function toPutonghuaFacts(record: PutonghuaRecord): PutonghuaFacts {
  const { certificateNumber, grade, score, testedOn, station } = record
  return { number: certificateNumber, grade: putonghuaGradeNamed(grade) ?? null, score, testedOn, station }
}

export function toEnrolmentFacts(record: EnrolmentRecord): EnrolmentFacts {
  const { school, major, level, studyForm, status, enrolledOn, expectedGraduationOn } = record
  return { school, major, level: levelNamed(level), studyForm, status, enrolledOn, expectedGraduationOn }
}

export function toEducationFacts(record: EducationRecord): EducationFacts {
  return { ...record, level: levelNamed(record.level) }
}

export function toDegreeFacts(record: DegreeRecord): DegreeFacts {
  return { ...record }
}
