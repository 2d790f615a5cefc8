import { expect, test } from 'vitest'
import type { ChecklistLine } from './case-checklist.ts'
import { type OnlineFacts, triage } from './triage.ts'

const DAY = '2026-10-12'
const base: ChecklistLine = {
  code: 'putonghua-certificate',
  title: '普通话水平测试等级证书原件',
  requirement: '。',
  result: 'pass',
  found: '二级乙等。',
  source: '国家普通话水平测试',
  checkedAt: new Date('2026-10-10T02:00:00Z'),
  basis: null,
  needsHuman: false,
  isRule: false,
}
const line = (changed: Partial<ChecklistLine>): ChecklistLine => ({ ...base, ...changed })
const paper = (code: string, changed: Partial<ChecklistLine> = {}) =>
  line({ code, result: 'not-needed', source: null, checkedAt: null, needsHuman: true, ...changed })

function sort(lines: readonly ChecklistLine[], changed: Partial<OnlineFacts> = {}) {
  const papers = new Set(['putonghua-certificate', 'hukou-book', 'military-proof', 'photo', 'medical-report'])
  const rule = { notUploaded: ['photo', 'signature'], seenAtPoint: ['military-proof'], freshDays: 180 }
  return triage({ lines, papers, filed: new Set(), hasMedical: false, rule, ...changed }, DAY)
}

test('通过: everything is proven, shown on the screen or filed', () => {
  const lines = [base, paper('photo'), paper('signature'), paper('hukou-book'), paper('medical-report')]
  expect(sort(lines, { filed: new Set(['hukou-book', 'medical-report']) }).lane).toBe('pass')
  expect(sort(lines, { filed: new Set(['hukou-book']), hasMedical: true }).lane).toBe('pass')
})

test('需补材料: a missing paper, an answer that is too old, a source that is down, a rule that fails', () => {
  expect(sort([paper('hukou-book')]).lane).toBe('supplement')
  expect(sort([line({ result: 'waiting' })]).lines[0]).toMatchObject({ need: 'upload', result: 'waiting' })
  expect(sort([line({ checkedAt: new Date('2026-04-14T02:00:00Z') })]).lines[0]).toMatchObject({
    freshness: 'stale',
    need: 'upload',
  })
  expect(sort([line({ checkedAt: new Date('2026-04-15T02:00:00Z') })]).lines[0]).toMatchObject({
    freshness: 'fresh',
    need: 'nothing',
  })
  const rule = line({ code: 'putonghua-level', isRule: true, result: 'fail' })
  expect(sort([rule]).lines[0]).toMatchObject({ need: 'amend' })
  expect(sort([rule]).lane).toBe('supplement')
})

test('需现场: what only an original proves, and a record without a paper of its own', () => {
  expect(sort([paper('military-proof')], { filed: new Set(['military-proof']) }).lane).toBe('on-site')
  expect(sort([line({ code: 'degree-verified', result: 'fail' })]).lane).toBe('on-site')
  expect(sort([paper('hukou-book'), paper('military-proof')]).lane).toBe('on-site')
})

test('names the source of each requirement, people where no machine looked', () => {
  const { lines } = sort([base, paper('photo')])
  expect(lines.map(({ source, freshness }) => [source, freshness])).toEqual([
    ['国家普通话水平测试', 'fresh'],
    ['人工核对', 'none'],
  ])
  expect(sort([line({ code: 'putonghua-level', isRule: true, result: 'waiting' })]).lane).toBe('pass')
})
