import { expect, test } from 'vitest'
import type { ChecklistLine } from './case-checklist.ts'
import { judgeOnline } from './online-confirmation.ts'

const line = (code: string, changed: Partial<ChecklistLine> = {}): ChecklistLine => ({
  code,
  title: code,
  requirement: '。',
  result: 'not-needed',
  found: '。',
  source: null,
  checkedAt: null,
  basis: null,
  needsHuman: true,
  isRule: false,
  ...changed,
})
const notUploaded = ['photo']

test('a proven line needs no word, an accepted file and the screen give one with a note', () => {
  const lines = [line('hukou-book'), line('photo'), line('putonghua', { result: 'pass', needsHuman: false })]
  const { judgements, refusals } = judgeOnline({ lines, filed: new Map([['hukou-book', 'accepted']]), notUploaded })
  expect(refusals).toEqual([])
  expect(judgements).toEqual([
    { code: 'hukou-book', accepted: true, note: '网上办理：已逐项审核上传的材料。' },
    { code: 'photo', accepted: true, note: '网上办理：已按实名核验和屏幕上的照片、签名核对。' },
  ])
})

test.each([
  ['no file', line('hukou-book'), undefined],
  ['a file nobody looked at', line('hukou-book'), 'handed-in'],
  ['a rejected file', line('hukou-book'), 'rejected'],
  ['a source that is silent, whatever file there is (S-154)', line('hukou-book', { result: 'waiting' }), 'accepted'],
  ['a source that says no', line('hukou-book', { result: 'fail' }), 'accepted'],
] as const)('not clean: %s', (_why, one, state) => {
  const filed = new Map(state === undefined ? [] : [['hukou-book', state]])
  expect(judgeOnline({ lines: [one], filed, notUploaded })).toEqual({
    judgements: [],
    refusals: [{ code: 'confirmation.not-clean', values: { title: 'hukou-book' } }],
  })
})
