import type { EducationLevel } from '@xingtan/contract/person-code'
import { type PolicyKey, PolicyRow } from '@xingtan/contract/policy'
import type { QualificationType } from '@xingtan/contract/qualification'
import { applyDegreeRule, applyPutonghuaRule } from '@xingtan/domain/case-rule'
import { resolvePolicy } from '@xingtan/domain/policy'
import type { PutonghuaGrade } from '@xingtan/domain/putonghua'
import { describe, expect, test } from 'vitest'
import { readRows } from './reference-data.ts'

const rows = readRows('policies.json', PolicyRow)
const TODAY = '2026-10-12'

const PROVINCES: Readonly<Record<string, string>> = {
  北京: '110000',
  天津: '120000',
  河北: '130000',
  辽宁: '210000',
  吉林: '220000',
  黑龙江: '230000',
  上海: '310000',
  浙江: '330000',
  福建: '350000',
  江西: '360000',
  山东: '370000',
  河南: '410000',
  湖北: '420000',
  湖南: '430000',
  广东: '440000',
  广西: '450000',
  四川: '510000',
  贵州: '520000',
  云南: '530000',
  陕西: '610000',
  甘肃: '620000',
  宁夏: '640000',
  新疆: '650000',
}

function ruleOf<Key extends PolicyKey>(key: Key, province: string) {
  const rule = resolvePolicy(rows, key, [PROVINCES[province] ?? '', 'nation'], TODAY)
  // A row of its own, and not the nation's by silence.
  expect(rule.scope).toBe(PROVINCES[province])
  return rule
}

describe('degrees of the provinces as domain §2 lists them (ADM-3)', () => {
  /** Held 学历 against type: accepted, refused, or for the desk to tell (only a normal major is enough). */
  const CASES: readonly (readonly [string, QualificationType, EducationLevel, boolean | null])[] = [
    ['山东', 1, 'secondary', false],
    ['山东', 1, 'associate', true],
    ['山东', 2, 'secondary', false],
    ['山东', 3, 'associate', false],
    ['山东', 3, 'bachelor', true],
    ['山东', 4, 'associate', false],
    ['山东', 5, 'bachelor', true],
    ['山东', 6, 'secondary', true],
    ['湖北', 1, 'secondary', null],
    ['湖北', 2, 'secondary', false],
    ['湖北', 2, 'associate', true],
    ['湖北', 3, 'associate', false],
    ['湖北', 6, 'secondary', false],
    ['湖北', 6, 'associate', true],
    ...(['湖南', '天津', '甘肃', '广西'] as const).flatMap((name) => [
      [name, 1, 'secondary', true] as const,
      [name, 2, 'secondary', true] as const,
      [name, 3, 'secondary', false] as const,
      [name, 3, 'associate', true] as const,
      [name, 4, 'associate', false] as const,
      [name, 4, 'bachelor', true] as const,
    ]),
    ...(['北京', '河北'] as const).flatMap((name) => [
      [name, 1, 'secondary', null] as const,
      [name, 1, 'associate', true] as const,
      [name, 2, 'secondary', null] as const,
      [name, 2, 'associate', true] as const,
    ]),
    ['浙江', 3, 'associate', false],
    ['浙江', 3, 'bachelor', true],
  ]

  test.each(CASES)('%s, type %i, %s: %s', (province, type, level, holds) => {
    const rule = ruleOf('degree.minimum', province)
    expect(applyDegreeRule(rule.value, { type, basis: rule.source }, level).holds).toBe(holds)
  })

  test.each(['山东', '湖北', '浙江'])('%s asks for the skill of 实习指导 teachers', (province) => {
    expect(ruleOf('degree.minimum', province).value[6].skillRequired).toBe(true)
  })
})

describe('Putonghua of the provinces as domain §4 lists them (ADM-3)', () => {
  const CASES: readonly (readonly [string, QualificationType, string, PutonghuaGrade, boolean])[] = [
    ...(['吉林', '湖南', '宁夏', '湖北', '江西', '陕西', '福建', '甘肃', '新疆'] as const).flatMap((name) => [
      [name, 3, '语文', '2B', false] as const,
      [name, 3, '语文', '2A', true] as const,
      [name, 3, '数学', '2B', true] as const,
      [name, 3, '数学', '3A', false] as const,
    ]),
    ...(['湖南', '宁夏', '湖北'] as const).map((name) => [name, 2, '小学全科', '2B', false] as const),
    ...(['湖北', '江西', '陕西', '四川'] as const).map((name) => [name, 1, '幼儿园', '2B', false] as const),
    ['四川', 2, '数学', '2B', false],
    ['四川', 3, '语文', '2B', true],
    ...(['广东', '河南', '云南', '贵州', '辽宁', '天津', '上海', '广西', '黑龙江'] as const).flatMap((name) => [
      [name, 1, '幼儿园', '2B', true] as const,
      [name, 3, '语文', '2B', true] as const,
      [name, 3, '语文', '3A', false] as const,
    ]),
  ]

  test.each(CASES)('%s, type %i, %s, %s: %s', (province, type, subjectName, grade, holds) => {
    const rule = ruleOf('putonghua.floor', province)
    const facts = { grade, isExempt: false }
    expect(applyPutonghuaRule(rule.value, { type, subjectName, basis: rule.source }, facts).holds).toBe(holds)
  })

  test('江西 asks nobody of fifty and above for a certificate, the others know no such age', () => {
    expect(ruleOf('putonghua.floor', '江西').value.exemptFromAge).toBe(50)
    expect(ruleOf('putonghua.floor', '陕西').value.exemptFromAge).toBeNull()
  })
})

test('北京 admits fresh graduates in the spring alone (domain §3)', () => {
  expect(ruleOf('area.bases', '北京').value.freshGraduateRounds).toEqual(['spring'])
})

test('every row of a province says what it rests on, and what of it is not proven', () => {
  for (const row of rows.filter(({ scope }) => scope !== 'nation')) expect(row.source).toMatch(/《|通知|依据待核/)
})
