import { expect, test } from 'vitest'
import {
  type CaseDraft,
  type Line,
  acceptAll,
  judgementId,
  listMissing,
  toConfirmation,
  withJudgement,
  withWholeDay,
} from './case-draft.ts'

const line: Line = {
  code: 'identity.original',
  title: '身份证原件',
  requirement: '出示身份证原件。',
  machine: { result: 'pass', found: '与公安部门记录一致', source: '公安部门', at: null },
  human: null,
  basis: null,
  needsHuman: true,
}
const checklist = [line, { ...line, code: 'exam', title: '考试合格证明', needsHuman: false }]
const empty: CaseDraft = { judgements: new Map(), conclusion: undefined, examinedOn: '', hospital: '' }
const complete: CaseDraft = {
  judgements: new Map([[line.code, { accepted: true, note: ' ' }]]),
  conclusion: 'qualified',
  examinedOn: '2026-11-20',
  hospital: ' 柯城区人民医院 ',
}
const targets = (draft: CaseDraft) => listMissing(draft, checklist, '2026-11-21').map(({ target }) => target)

test('names everything that is missing at once, machine-checked lines aside (CNF-2, CNF-5)', () => {
  expect(targets(empty)).toEqual([judgementId(line), 'medical-conclusion', 'medical-day', 'medical-hospital'])
})

test('has nothing to say about a complete desk', () => {
  expect(targets(complete)).toEqual([])
})

test('does not let a line that was found wrong pass', () => {
  const [missing] = listMissing(withJudgement(complete, line.code, { accepted: false }), checklist, '2026-11-21')
  expect(missing?.sentence).toContain('不能确认通过')
})

test('does not let an unfit medical conclusion pass (CNF-5)', () => {
  expect(targets({ ...complete, conclusion: 'unqualified' })).toEqual(['medical-conclusion'])
})

test('refuses a medical examination of tomorrow', () => {
  expect(targets({ ...complete, examinedOn: '2026-11-22' })).toEqual(['medical-day'])
})

test('hands in the judged lines without empty notes', () => {
  expect(toConfirmation(complete, checklist)).toEqual({
    judgements: [{ code: 'identity.original', accepted: true, note: null }],
    medical: { conclusion: 'qualified', examinedOn: '2026-11-20', hospital: '柯城区人民医院' },
  })
})

test('hands in nothing without a medical conclusion', () => {
  expect(toConfirmation(empty, checklist)).toBeUndefined()
})

test('全部相符 judges what nothing speaks against, and overrides no word already said (CNF-2)', () => {
  const machine = { ...line.machine, result: 'fail' as const }
  const lines = [line, { ...line, code: 'failed', machine }, { ...line, code: 'refused' }]
  const refused = withJudgement(empty, 'refused', { accepted: false, note: '照片不是本人' })
  const draft = acceptAll(refused, lines, '柯城区人民医院')
  expect([...draft.judgements].map(([code, { accepted }]) => [code, accepted])).toEqual([
    ['refused', false],
    [line.code, true],
  ])
  expect(draft).toMatchObject({ conclusion: 'qualified', hospital: '柯城区人民医院' })
  expect(acceptAll(complete, checklist, '另一家医院').hospital).toBe(' 柯城区人民医院 ')
  expect(acceptAll({ ...empty, conclusion: 'unqualified' }, checklist, '').conclusion).toBe('unqualified')
})

test('writes a short day out, and leaves what it cannot read', () => {
  expect(withWholeDay({ ...empty, examinedOn: '1120' }, '2026-11-21').examinedOn).toBe('2026-11-20')
  expect(withWholeDay({ ...empty, examinedOn: '明天' }, '2026-11-21').examinedOn).toBe('明天')
})
