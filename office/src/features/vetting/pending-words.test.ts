import { expect, test } from 'vitest'
import type { PendingVetting } from '@xingtan/contract/office/vetting'
import { COMMON_OFFICE, countByOffice, whyText } from './pending-words.ts'

const row: PendingVetting['row'] = {
  applicationId: '0b7b7f5e-0000-4000-8000-000000000000',
  version: 1,
  registrationNumber: '1',
  name: '甲',
  maskedDocumentNumber: '*',
  qualificationType: 2,
  subjectName: '语文',
  pointName: '点',
  status: 'awaiting-approval',
  stage: 'vetting',
  dueOn: null,
  dueProvisional: false,
  hints: [],
}
const waiting = (policeOfficeName: string | null, days: number): PendingVetting => ({
  row,
  why: 'missing',
  days,
  policeOfficeName,
  needsPaper: false,
})

test('police offices are counted, the one with the oldest case first', () => {
  expect(countByOffice([waiting('甲局', 2), waiting(null, 9), waiting('甲局', 4)])).toEqual([
    { name: COMMON_OFFICE, count: 1, longestDays: 9 },
    { name: '甲局', count: 2, longestDays: 4 },
  ])
})

test('each reason says its days', () => {
  expect(whyText({ why: 'missing', days: 3 })).toBe('受理 3 天，未核查')
  expect(whyText({ why: 'error', days: 1 })).toBe('1 天前没有得到结果')
  expect(whyText({ why: 'stale', days: 91 })).toBe('结果已 91 天，超过有效期')
})
