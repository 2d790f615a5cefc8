import { expect, test } from 'vitest'
import { QualificationType } from '@xingtan/contract/qualification'
import { SubjectAlias, SubjectRow } from '@xingtan/contract/subject'
import { isSameSubject } from '@xingtan/domain/subject'
import { buildSubjectTable } from './build-subjects.ts'
import { readRows } from './reference-data.ts'

const subjects = readRows('subjects.json', SubjectRow)
const aliases = readRows('subject-aliases.json', SubjectAlias)
const namesOf = (type: number) => subjects.filter((row) => row.type === type && row.selectable).map((row) => row.name)

test('the committed tables are what the generator makes', () => {
  expect({ subjects, aliases }).toEqual(buildSubjectTable())
})

test('codes are given once, begin with their type, and a name stands once inside its parent', () => {
  expect(new Set(subjects.map((row) => row.code)).size).toBe(subjects.length)
  expect(new Set(subjects.map((row) => `${row.type}/${row.parent}/${row.name}`)).size).toBe(subjects.length)
  for (const row of subjects) expect(row.code.startsWith(String(row.type))).toBe(true)
})

test('every type has subjects to choose, and every parent is a class that cannot be chosen', () => {
  for (const option of QualificationType.options) expect(namesOf(option.value).length).toBeGreaterThan(0)
  for (const row of subjects.filter((one) => one.parent !== null)) {
    expect(subjects.find((one) => one.code === row.parent)).toMatchObject({ type: row.type, selectable: false })
  }
})

test('the lists of domain rules §15.2 are complete', () => {
  expect(namesOf(1)).toEqual(['幼儿园'])
  expect(namesOf(2)).toEqual(
    expect.arrayContaining('语文 数学 英语 道德与法治 科学 体育 音乐 美术 心理健康教育 信息技术 小学全科'.split(' ')),
  )
  expect(namesOf(3)).toEqual(
    expect.arrayContaining(
      '语文 数学 英语 道德与法治 历史 地理 物理 化学 生物 音乐 体育与健康 美术 信息技术 历史与社会 科学 心理健康教育 日语 俄语'.split(
        ' ',
      ),
    ),
  )
  expect(namesOf(4)).toEqual(
    expect.arrayContaining(
      '语文 数学 英语 思想政治 历史 地理 物理 化学 生物 音乐 体育与健康 美术 信息技术 通用技术 心理健康教育 日语 俄语'.split(
        ' ',
      ),
    ),
  )
  expect(namesOf(5)).toEqual(expect.arrayContaining(namesOf(4)))
})

test('the present name of an alias is a subject of each of its types, and an old name is none', () => {
  for (const alias of aliases) {
    for (const type of alias.types) {
      expect(namesOf(type)).toContain(alias.name)
      for (const old of alias.aliases) expect(namesOf(type)).not.toContain(old)
    }
  }
})

test('an old name leads to one subject only inside a type', () => {
  const keys = aliases.flatMap((alias) => alias.types.flatMap((type) => alias.aliases.map((name) => `${type}/${name}`)))
  expect(new Set(keys).size).toBe(keys.length)
})

test.each([
  [3, '思想品德', '道德与法治', true],
  [2, '社会', '道德与法治', true],
  [3, '体育', '体育与健康', true],
  [2, '体育与健康', '体育', true],
  [3, '历史', '历史与社会', false],
  [4, '思想政治', '历史', false],
] as const)('type %i: %s and %s are one subject: %s (case 18)', (type, first, second, same) => {
  expect(isSameSubject(aliases, type, first, second)).toBe(same)
})
