import { describe, expect, test } from 'vitest'
import type { CaseRow } from '@xingtan/contract/office/case'
import { listMoreActs } from './more-acts.ts'

const ROW: CaseRow = {
  applicationId: '3f1c5a52-6a0e-4d3a-9a57-0d5a3a6f0001',
  version: 3,
  registrationNumber: '2026000000000001',
  name: '赵杏坛',
  maskedDocumentNumber: '330***********0021',
  qualificationType: 2,
  subjectName: '语文',
  pointName: '柯城区确认点',
  status: 'awaiting-approval',
  stage: 'awaiting-review',
  dueOn: null,
  dueProvisional: false,
  hints: [],
}
const allowed = (...actions: ('hold' | 'resume' | 'move' | 'correct' | 'print-receipt')[]) =>
  actions.map((action) => ({ action, allowed: true, why: null }))

describe('the rarer acts of a case', () => {
  test('are those the server allows, and no letter before the conclusion', () => {
    const view = {
      row: ROW,
      actions: [
        ...allowed('hold', 'move', 'print-receipt'),
        { action: 'resume' as const, allowed: false, why: '没有暂停。' },
      ],
    }
    expect(listMoreActs(view).map(({ dialog }) => dialog)).toEqual(['hold', 'move'])
  })

  test('after the conclusion: correction and letter; a withdrawn case has neither', () => {
    const closed: CaseRow = { ...ROW, status: 'not-recognised', stage: 'closed' }
    const acts = listMoreActs({ row: closed, actions: allowed('correct', 'print-receipt') })
    expect(acts.map(({ dialog }) => dialog)).toEqual(['correct', 'letter'])
    expect(listMoreActs({ row: { ...closed, status: 'awaiting-confirmation' }, actions: [] })).toEqual([])
  })
})
