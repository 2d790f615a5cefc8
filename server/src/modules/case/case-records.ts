import { EDUCATION_LEVEL_NAMES } from '@xingtan/contract/person-code'
import type { CheckedRecord } from '@xingtan/domain/case-checklist'
import { PUTONGHUA_GRADE_NAMES } from '@xingtan/domain/putonghua'
import { DegreeFacts, EducationFacts, EnrolmentFacts, ExamProofFacts, PutonghuaFacts } from '../evidence/index.ts'
import type { UsedRecord } from './sql.ts'

const SOURCES: Readonly<Record<UsedRecord['purpose'], string>> = {
  'exam-proof': '中小学教师资格考试',
  putonghua: '国家普通话水平测试',
  enrolment: '学信网',
  education: '学信网',
  degree: '学信网',
  diploma: '学信网',
}

const FACT_OF_PURPOSE: Readonly<Record<Exclude<UsedRecord['purpose'], 'diploma'>, CheckedRecord['fact']>> = {
  'exam-proof': 'exam-proof-verified',
  putonghua: 'putonghua-verified',
  enrolment: 'enrolment-verified',
  education: 'education-verified',
  degree: 'degree-verified',
}

const STATE_SENTENCES: Readonly<Record<Exclude<UsedRecord['state'], 'match'>, string>> = {
  waiting: '正在核验，还没有结果。',
  'source-down': '核验来源暂时没有答复，还没有结果。',
  limited: '核验来源繁忙，还没有结果。',
  mismatch: '与申请人的姓名或证件号码不一致。',
  'not-found': '没有查到这条记录。',
}

function wordsOf(parts: readonly (string | null | undefined)[]): string {
  return `${parts.filter((part) => part !== null && part !== undefined && part !== '').join('，')}。`
}

const DESCRIBE: Readonly<Record<UsedRecord['purpose'], (facts: unknown) => string>> = {
  'exam-proof': (facts) => {
    const { number, subjectName, validUntil } = ExamProofFacts.parse(facts)
    return wordsOf([number, subjectName, `有效期至 ${validUntil}`])
  },
  putonghua: (facts) => {
    const { number, grade } = PutonghuaFacts.parse(facts)
    return wordsOf([grade === null ? null : PUTONGHUA_GRADE_NAMES[grade], number])
  },
  enrolment: (facts) => {
    const { school, major, status } = EnrolmentFacts.parse(facts)
    return wordsOf([school, major, status])
  },
  education: describeEducation,
  degree: (facts) => {
    const { school, name, certificateNumber } = DegreeFacts.parse(facts)
    return wordsOf([school, name, certificateNumber])
  },
  diploma: describeEducation,
}

function describeEducation(facts: unknown): string {
  const { school, major, level, conclusion, certificateNumber } = EducationFacts.parse(facts)
  return wordsOf([school, major, level === null ? null : EDUCATION_LEVEL_NAMES[level], conclusion, certificateNumber])
}

/** What the source of one record says, in words for the desk. */
export function toCheckedRecords(used: readonly UsedRecord[]): CheckedRecord[] {
  return used.flatMap(({ purpose, state, facts, checkedAt }) => {
    if (purpose === 'diploma') return []
    const found = state === 'match' ? DESCRIBE[purpose](facts) : STATE_SENTENCES[state]
    return [{ fact: FACT_OF_PURPOSE[purpose], state, found, source: SOURCES[purpose], checkedAt }]
  })
}
