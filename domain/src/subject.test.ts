import { expect, test } from 'vitest'
import type { SubjectAlias } from '@xingtan/contract/subject'
import { isSameSubject, presentSubjectName } from './subject.ts'

const ALIASES: SubjectAlias[] = [
  { types: [2], name: '道德与法治', aliases: ['社会', '品德与社会'], source: '依据待核' },
  { types: [3], name: '道德与法治', aliases: ['思想品德'], source: '依据待核' },
  { types: [3, 4, 5], name: '体育与健康', aliases: ['体育'], source: '依据待核' },
]

test.each([
  ['the proof says 思想品德, the form 道德与法治 (case 18)', 3, '思想品德', '道德与法治', true],
  ['either may be the old name', 3, '道德与法治', '思想品德', true],
  ['社会 of a primary proof', 2, '社会', '道德与法治', true],
  ['two old names of one subject', 2, '社会', '品德与社会', true],
  ['equal names without an alias', 1, '幼儿园', '幼儿园', true],
  ['blanks around a name', 4, ' 语文 ', '语文', true],
  ['社会 is no alias in lower secondary', 3, '社会', '道德与法治', false],
  ['an alias of another type', 2, '体育', '体育与健康', false],
  ['two subjects', 4, '历史', '地理', false],
] as const)('%s', (_sentence, type, first, second, same) => {
  expect(isSameSubject(ALIASES, type, first, second)).toBe(same)
})

test('an unknown name stays as it is', () => {
  expect(presentSubjectName(ALIASES, 3, '历史与社会')).toBe('历史与社会')
})
