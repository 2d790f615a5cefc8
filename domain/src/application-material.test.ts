import { expect, test } from 'vitest'
import { type MaterialFacts, listMaterials } from './application-material.ts'

const note = '请带原件。'
const material = (
  code: string,
  neededFor:
    | 'everyone'
    | 'hukou'
    | 'student'
    | 'graduate'
    | 'national-exam'
    | 'exempt-reform'
    | 'skill-required'
    | 'residence-permit'
    | 'military',
  unnecessaryWhen: 'putonghua-verified' | 'education-verified' | null = null,
) => ({ code, name: code, form: 'paper', neededFor, unnecessaryWhen, note }) as const
const RULE = [
  material('identity-card', 'everyone'),
  material('putonghua', 'everyone', 'putonghua-verified'),
  material('hukou-book', 'hukou'),
  material('residence-permit', 'residence-permit'),
  material('military-proof', 'military'),
  material('student-proof', 'student'),
  material('diploma', 'graduate', 'education-verified'),
  material('exam-proof', 'national-exam'),
  material('exempt-proof', 'exempt-reform'),
  material('skill', 'skill-required'),
]
const GRADUATE: MaterialFacts = {
  areaBasis: 'hukou',
  isStudent: false,
  route: 'national-exam',
  qualificationType: 3,
  proven: [],
}

test.each([
  ['a graduate on the ground of 户籍', GRADUATE, ['identity-card', 'putonghua', 'hukou-book', 'diploma', 'exam-proof']],
  [
    'a student with a residence permit',
    { ...GRADUATE, areaBasis: 'residence-permit', isStudent: true },
    ['identity-card', 'putonghua', 'residence-permit', 'student-proof', 'exam-proof'],
  ],
  [
    'a soldier of the exempt route for type 6',
    { ...GRADUATE, areaBasis: 'military', route: 'exempt-reform', qualificationType: 6 },
    ['identity-card', 'putonghua', 'military-proof', 'diploma', 'exempt-proof', 'skill'],
  ],
] as const)('%s brings only what concerns the person (APP-14)', (_sentence, facts, codes) => {
  expect(listMaterials(RULE, facts).map((one) => one.code)).toEqual(codes)
})

test('what was compared electronically is not asked for (APP-14, 教资字〔2020〕1号)', () => {
  const listed = listMaterials(RULE, { ...GRADUATE, proven: ['putonghua-verified'] })
  expect(listed.find((one) => one.code === 'putonghua')).toEqual({
    code: 'putonghua',
    name: 'putonghua',
    why: '已通过电子核验，不需要提交。',
    needed: false,
  })
  expect(listed.find((one) => one.code === 'diploma')).toMatchObject({ needed: true, why: note })
})
