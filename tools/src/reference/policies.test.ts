import { describe, expect, test } from 'vitest'
import { AgencyRow } from '@xingtan/contract/agency-reference'
import { POLICIES, PolicyRow, isPolicyKey, parsePolicyValue } from '@xingtan/contract/policy'
import { RegionRow } from '@xingtan/contract/region'
import { SubjectRow } from '@xingtan/contract/subject'
import { findOverlaps, policyVersion, resolvePolicy } from '@xingtan/domain/policy'
import { readRows } from './reference-data.ts'

const rows = readRows('policies.json', PolicyRow)
const KEYS = Object.keys(POLICIES).filter(isPolicyKey)
const SCOPES = ['agency:33075', '330802', '330800', '330000', 'nation']
const TODAY = '2026-10-12'

test.each(rows.map((row) => [policyVersion(row), row] as const))(
  '%s fits the shape of its key (ADM-3)',
  (_version, row) => {
    expect(parsePolicyValue(row.key, row.value)).toEqual(row.value)
  },
)

test.each(['2020-01-01', '2022-06-01', TODAY, '2030-01-01'])('every key has a national row on %s', (day) => {
  for (const key of KEYS) {
    expect(resolvePolicy(rows, key, ['nation'], day).key).toBe(key)
  }
})

test('no two rows of a key and scope hold on one day', () => {
  expect(findOverlaps(rows).map(([first]) => policyVersion(first))).toEqual([])
})

test('every scope exists', () => {
  const known = new Set(['nation', ...readRows('regions.json', RegionRow).map((row) => row.code)])
  for (const agency of readRows('agencies.json', AgencyRow)) known.add(`agency:${agency.code}`)
  expect(rows.filter((row) => !known.has(row.scope))).toEqual([])
})

test('every row says what it rests on, or that this is not proven', () => {
  for (const row of rows) expect(row.source).toMatch(/《|教资字|教人|国发|甘肃省教育厅|依据待核/)
})

describe('values of Zhejiang on a day of the autumn round', () => {
  const value = <Key extends (typeof KEYS)[number]>(key: Key) => resolvePolicy(rows, key, SCOPES, TODAY)

  test('the photo is the one of the handbook, bounds included (S-108)', () => {
    expect(value('photo.limits').value).toMatchObject({
      maxBytes: 190 * 1024 - 1,
      widthMin: 291,
      widthMax: 299,
      heightMin: 409,
      heightMax: 417,
      background: 'white',
    })
  })

  test('a material of exactly 1 MB is too large (case 24)', () => {
    expect(value('file.material-max-bytes').value).toBe(1_048_576 - 1)
  })

  test('degrees and Putonghua are those of the province', () => {
    expect(value('degree.minimum')).toMatchObject({ scope: '330000' })
    expect(value('degree.minimum').value[3]).toEqual({
      normalMajor: 'bachelor',
      otherMajor: 'bachelor',
      skillRequired: false,
    })
    expect(value('putonghua.floor').value.byType[1]).toBe('2B')
  })

  test('plans need 10 and 5 working days and a decision within 30 (PLN-3)', () => {
    expect(value('plan.minimums').value).toMatchObject({
      networkWorkingDays: 10,
      confirmWorkingDays: 5,
      decisionWorkingDays: 30,
    })
    expect(value('plan.minimums').value.severity).toBe('warn')
    expect(resolvePolicy(rows, 'plan.minimums', ['nation'], '2021-12-31').value.severity).toBe('block')
  })

  test('the two consents stand word for word as the handbook prints them (APP-0, APP-2)', () => {
    expect(value('agreement.text').value.agreeLabel).toBe('本人已阅读“教师资格认定网上申报协议”并完全同意')
    expect(value('agreement.text').value.authoriseLabel).toBe(
      '本人授权中国教师资格网向有关部门查询本人的性侵违法犯罪信息，并将其结果应用于教师资格认定',
    )
    expect(value('notice.before-apply').value.title).toBe('教师资格认定申请人必读')
  })

  test('twenty certificate queries and three real-name tries a day (S-123, ACC-2)', () => {
    expect(value('certificate.query-daily-limit').value).toBe(20)
    expect(value('real-name.daily-tries').value).toBe(3)
  })

  test('reason codes are given once, and both stages have reasons (DEC-4)', () => {
    const reasons = value('refusal.reasons').value
    expect(new Set(reasons.map((reason) => reason.code)).size).toBe(reasons.length)
    for (const stage of ['confirm', 'conclude'] as const) {
      expect(reasons.filter((reason) => reason.stages.includes(stage)).length).toBeGreaterThan(10)
    }
  })

  test('reasons and their remedies address the person politely and say what to do', () => {
    for (const reason of value('refusal.reasons').value) {
      expect(reason.sentence).not.toMatch(/！|亲|你/)
      expect(reason.remedy).toMatch(/请|重新|处理/)
    }
  })

  test('paper falls away where the comparison succeeded, identity is always looked at (APP-14)', () => {
    const materials = value('confirmation.materials').value
    const unnecessary = new Map(materials.map((material) => [material.code, material.unnecessaryWhen]))
    expect(unnecessary.get('education-certificate')).toBe('education-verified')
    expect(unnecessary.get('putonghua-certificate')).toBe('putonghua-verified')
    expect(unnecessary.get('identity-card')).toBeNull()
  })
})

test('a raised Putonghua grade names a subject of its types', () => {
  const subjects = readRows('subjects.json', SubjectRow)
  for (const row of rows.filter((one) => one.key === 'putonghua.floor')) {
    for (const raise of parsePolicyValue('putonghua.floor', row.value).raises) {
      for (const type of raise.types) {
        expect(subjects.some((subject) => subject.type === type && subject.name === raise.subjectName)).toBe(true)
      }
    }
  }
})

test('texts hold no exclamation mark and no address of the office side', () => {
  for (const row of rows) expect(JSON.stringify(row.value)).not.toMatch(/！|office|后台/)
})
