import { describe, expect, test } from 'vitest'
import {
  DegreeRecord,
  EducationLevel as SourceLevel,
  EnrolmentStatus as SourceStatus,
  StudyForm as SourceForm,
} from './authority/chsi.ts'
import {
  DEGREE_LEVEL_NAMES,
  EDUCATION_LEVEL_NAMES,
  ENROLMENT_STATUSES,
  ETHNIC_GROUPS,
  EthnicGroupCode,
  OCCUPATIONS,
  OccupationCode,
  POLITICAL_STATUSES,
  PROFESSIONAL_TITLES,
  PoliticalStatusCode,
  ProfessionalTitleCode,
  QUALIFYING_ENROLMENT_STATUS,
  SEX_CODES,
  SEX_NAMES,
  STUDY_FORMS,
  StudyForm,
  nameOfCode,
} from './person-code.ts'

describe('民族 (GB/T 3304)', () => {
  test('there are 56 ethnic groups, numbered without a gap, and two further values (ACC-5)', () => {
    const codes = ETHNIC_GROUPS.map((entry) => entry.code)
    const numbered = Array.from({ length: 56 }, (_, index) => String(index + 1).padStart(2, '0'))
    expect(codes).toEqual([...numbered, '97', '98'])
  })
  test.each([
    ['01', '汉族'],
    ['08', '壮族'],
    ['22', '畲族'],
    ['29', '柯尔克孜族'],
    ['37', '仡佬族'],
    ['55', '珞巴族'],
    ['56', '基诺族'],
    ['97', '其他'],
  ])('%s is %s', (code, name) => {
    expect(nameOfCode(ETHNIC_GROUPS, code)).toBe(name)
  })
  test('57 is no ethnic group', () => {
    expect(EthnicGroupCode.safeParse('57').success).toBe(false)
    expect(nameOfCode(ETHNIC_GROUPS, '57')).toBeUndefined()
  })
})

test.each([
  ['ethnic groups', ETHNIC_GROUPS, EthnicGroupCode],
  ['political statuses', POLITICAL_STATUSES, PoliticalStatusCode],
  ['occupations', OCCUPATIONS, OccupationCode],
  ['professional titles', PROFESSIONAL_TITLES, ProfessionalTitleCode],
])('%s: codes are two digits, codes and names are given once, and each code is accepted', (_title, table, schema) => {
  expect(new Set(table.map((entry) => entry.code)).size).toBe(table.length)
  expect(new Set(table.map((entry) => entry.name)).size).toBe(table.length)
  for (const { code, name } of table) {
    expect(code).toMatch(/^\d{2}$/)
    expect(name).toMatch(/^\p{Script=Han}+$/u)
    expect(schema.parse(code)).toBe(code)
  }
})

test('a student without a title can say so in the words of the handbook (APP-0, APP-5)', () => {
  expect(nameOfCode(OCCUPATIONS, '01')).toBe('学生')
  expect(nameOfCode(PROFESSIONAL_TITLES, '00')).toBe('无')
})

test('the words of 学信网 are all known here (INT-1)', () => {
  expect(Object.values(EDUCATION_LEVEL_NAMES)).toEqual(SourceLevel.options)
  expect(STUDY_FORMS).toEqual(expect.arrayContaining(SourceForm.options))
  expect(ENROLMENT_STATUSES).toEqual(SourceStatus.options)
  for (const form of SourceForm.options) expect(StudyForm.parse(form)).toBe(form)
  expect(Object.values(DEGREE_LEVEL_NAMES)).toEqual(expect.arrayContaining(DegreeRecord.shape.level.options))
  expect(QUALIFYING_ENROLMENT_STATUS).toBe('注册学籍')
})

test('sexes carry the digits of GB/T 2261.1, which are also those of certificate numbers since 2009', () => {
  expect(SEX_NAMES).toEqual({ male: '男', female: '女' })
  expect(SEX_CODES).toEqual({ male: '1', female: '2' })
})
