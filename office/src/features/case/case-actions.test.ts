import type { CaseRow } from '@xingtan/contract/office/case'
import { expect, test } from 'vitest'
import { acceptingDialog, decisionSentence, refusingDialog, type Action } from './case-actions.ts'

const row: CaseRow = {
  applicationId: '00000000-0000-4000-8000-000000000001',
  version: 1,
  registrationNumber: '123456789012345',
  name: '示例',
  maskedDocumentNumber: '330102********1234',
  qualificationType: 3,
  subjectName: '语文',
  pointName: '示例确认点',
  status: 'awaiting-approval',
  stage: 'awaiting-approval',
  dueOn: '2026-12-08',
  dueProvisional: false,
  hints: [],
}
const allow = (...actions: readonly Action[]) => actions.map((action) => ({ action, allowed: true, why: null }))

test.each([
  ['confirm', 'confirm', 'refuse-confirmation'],
  ['review', 'review-pass', 'review-fail'],
  ['approve', 'approve', 'refuse'],
] as const)('Y and N mean what the stage waits for: %s', (accept, yes, no) => {
  const refuse = { confirm: 'refuse-confirmation', review: 'review', approve: 'refuse' } as const
  const actions = allow(accept, refuse[accept], 'return')
  expect([acceptingDialog({ actions }), refusingDialog({ actions })]).toEqual([yes, no])
})

test('opens nothing when nothing is allowed', () => {
  const actions = [{ action: 'confirm', allowed: false, why: '不在确认时间内。' }] as const
  expect([acceptingDialog({ actions: [...actions] }), refusingDialog({ actions: [...actions] })]).toEqual([
    undefined,
    undefined,
  ])
})

test('says what will happen and by when', () => {
  expect(decisionSentence({ row, isOffered: false, actions: allow('approve') })).toBe(
    '认定通过后立即编定证书号码，不能撤回。认定结论应于 2026年12月8日 前作出。',
  )
})

test('says why the awaited act is not possible', () => {
  const actions = [{ action: 'approve' as const, allowed: false, why: '您是审核人，不能审批同一件。' }]
  expect(decisionSentence({ row, isOffered: false, actions })).toBe('您是审核人，不能审批同一件。')
})
