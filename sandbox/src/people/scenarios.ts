import type { SandboxPerson, Scenario } from '@xingtan/contract/authority/sandbox-person'
import type { Draft, Era, PersonPlan } from './draft-person.ts'
import { RARE_NAMES, toMiswrittenName } from './names.ts'
import { COLLEGES, UNIVERSITIES } from './places.ts'
import { createDegree, createEducation, createEnrolment, createProof, createPutonghua } from './records.ts'
import { EXAM_SUBJECTS } from './subjects.ts'

export interface ScenarioPlan extends PersonPlan {
  readonly count: number
  /** What is special, laid over an ordinary graduate. */
  readonly change: (draft: Draft, era: Era) => Partial<SandboxPerson>
}

const GRADUATES = [1995, 2003] as const
const STUDENTS = [2004, 2005] as const

const yearOf = (era: Era) => Number(era.today.slice(0, 4))

/** The coming 30 June: from July on, students in the last term finish next year. */
const comingGraduationYear = (era: Era) => (era.today.slice(5) > '06-30' ? yearOf(era) + 1 : yearOf(era))

function asStudent({ basis }: Draft, era: Era): Partial<SandboxPerson> {
  const school = basis.index % 2 === 0 ? UNIVERSITIES[0] : basis.school
  const year = comingGraduationYear(era)
  return {
    enrolment: createEnrolment(school, basis.subject, year),
    educations: [],
    degrees: [],
    pendingDiploma: {
      education: createEducation(school, basis.subject, year, basis.index),
      degree: createDegree(school, basis.subject, year, basis.index),
    },
  }
}

function asPostgraduate({ basis }: Draft, era: Era): Partial<SandboxPerson> {
  const enrolment = createEnrolment(UNIVERSITIES[1] ?? basis.school, basis.subject, comingGraduationYear(era))
  const enrolledOn = `${comingGraduationYear(era) - 3}-09-01`
  return { enrolment: { ...enrolment, level: '硕士研究生', enrolledOn } }
}

function withSecondProof({ person, basis }: Draft, era: Era): Partial<SandboxPerson> {
  const other = EXAM_SUBJECTS[(basis.index + 6) % EXAM_SUBJECTS.length] ?? EXAM_SUBJECTS[0]
  return { proofs: [...person.proofs, createProof(other, yearOf(era) - 2, 2, basis.index + 5000)] }
}

function asCollegeGraduate({ basis }: Draft): Partial<SandboxPerson> {
  const school = COLLEGES[basis.index % COLLEGES.length] ?? COLLEGES[0]
  return { educations: [createEducation(school, basis.subject, basis.graduationYear, basis.index)], degrees: [] }
}

function asRestricted({ basis }: Draft, era: Era): Partial<SandboxPerson> {
  const year = yearOf(era)
  const kinds = [
    { kind: 'lost', startsOn: `${year - 3}-04-11`, endsOn: null },
    { kind: 'revoked-fraud', startsOn: `${year - 2}-09-02`, endsOn: `${year + 3}-09-03` },
    { kind: 'revoked-conduct', startsOn: `${year - 1}-05-20`, endsOn: `${year + 4}-05-21` },
    { kind: 'exam-cheat', startsOn: `${year - 1}-11-15`, endsOn: `${year + 2}-11-15` },
  ] as const
  return { restriction: kinds[basis.index % kinds.length] ?? kinds[0] }
}

function withMiswrittenName(authority: 'police-identity' | 'exam' | 'chsi' | 'putonghua') {
  return ({ person }: Draft): Partial<SandboxPerson> => ({ namesAt: { [authority]: toMiswrittenName(person.name) } })
}

function withRareName({ person, basis }: Draft): Partial<SandboxPerson> {
  const fitting = RARE_NAMES.filter((rare) => rare.sex === person.sex)
  return { name: fitting[basis.index % fitting.length]?.name ?? person.name }
}

/** Every scenario with its number of people; together at least three hundred. */
export const SCENARIO_PLANS: Readonly<Record<Scenario, ScenarioPlan>> = {
  graduate: { title: '材料齐全的往届毕业生', count: 150, bornBetween: GRADUATES, change: () => ({}) },
  'final-term': { title: '毕业学年在校生，证书待发', count: 60, bornBetween: STUDENTS, change: asStudent },
  postgraduate: { title: '在读研究生，已有本科学历学位', count: 12, bornBetween: [2001, 2003], change: asPostgraduate },
  'two-proofs': { title: '有两份考试合格证明', count: 8, bornBetween: GRADUATES, change: withSecondProof },
  'no-proof': { title: '没有考试合格证明', count: 6, bornBetween: GRADUATES, change: () => ({ proofs: [] }) },
  'proof-expired': {
    title: '考试合格证明已过有效期',
    count: 8,
    bornBetween: GRADUATES,
    change: ({ basis }, era) => ({ proofs: [createProof(basis.subject, yearOf(era) - 4, 1, basis.index)] }),
  },
  'name-differs-police': {
    title: '公安登记的姓名不同',
    count: 4,
    bornBetween: GRADUATES,
    change: withMiswrittenName('police-identity'),
  },
  'name-differs-exam': {
    title: '考试机构登记的姓名不同',
    count: 4,
    bornBetween: GRADUATES,
    change: withMiswrittenName('exam'),
  },
  'name-differs-chsi': {
    title: '学信网登记的姓名不同',
    count: 4,
    bornBetween: GRADUATES,
    change: withMiswrittenName('chsi'),
  },
  'name-differs-putonghua': {
    title: '普通话证书上的姓名不同',
    count: 4,
    bornBetween: GRADUATES,
    change: withMiswrittenName('putonghua'),
  },
  'putonghua-low': {
    title: '普通话三级甲等',
    count: 6,
    bornBetween: GRADUATES,
    change: ({ basis }) => ({ putonghua: [createPutonghua(76.4, basis.graduationYear - 1, basis.index)] }),
  },
  'putonghua-before-2007': {
    title: '普通话证书早于 2007 年，库中没有',
    count: 4,
    bornBetween: GRADUATES,
    change: () => ({ putonghua: [] }),
  },
  'enrolment-suspended': {
    title: '学籍状态为休学',
    count: 4,
    bornBetween: STUDENTS,
    change: (draft, era) => {
      const student = { ...asStudent(draft, era), pendingDiploma: null }
      return student.enrolment ? { ...student, enrolment: { ...student.enrolment, status: '休学' } } : student
    },
  },
  'education-unfinished': {
    title: '学历为结业',
    count: 4,
    bornBetween: GRADUATES,
    change: ({ person }) => ({
      educations: person.educations.map((education) => Object.assign({}, education, { conclusion: '结业' as const })),
      degrees: [],
    }),
  },
  'education-too-low': { title: '学历为专科，无学位', count: 8, bornBetween: GRADUATES, change: asCollegeGraduate },
  'degree-missing': { title: '有学历，没有学位', count: 4, bornBetween: GRADUATES, change: () => ({ degrees: [] }) },
  'past-retirement': { title: '已到法定退休年龄', count: 3, bornBetween: [1961, 1962], change: () => ({}) },
  restricted: { title: '在教师资格限制库中', count: 6, bornBetween: GRADUATES, change: asRestricted },
  'crime-record': { title: '有犯罪记录', count: 3, bornBetween: GRADUATES, change: () => ({ crime: 'hit' }) },
  'offence-hit': {
    title: '性侵违法犯罪信息查询命中',
    count: 3,
    bornBetween: GRADUATES,
    change: () => ({ offence: 'hit' }),
  },
  'vetting-error': {
    title: '核查结果需人工复核',
    count: 3,
    bornBetween: GRADUATES,
    change: () => ({ crime: 'error', offence: 'error' }),
  },
  'rare-name': { title: '姓名含生僻字或间隔号', count: 12, bornBetween: GRADUATES, change: withRareName },
  'source-down': {
    title: '查询此人时外部系统中断',
    count: 4,
    bornBetween: GRADUATES,
    change: () => ({ downAt: ['chsi', 'exam', 'putonghua'] }),
  },
  deceased: { title: '户口已注销', count: 3, bornBetween: GRADUATES, change: () => ({ police: 'cancelled' }) },
  'unknown-to-police': {
    title: '公安库中查无此人',
    count: 3,
    bornBetween: GRADUATES,
    change: () => ({ police: 'unknown' }),
  },
}
