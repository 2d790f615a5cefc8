import { describe, expect, test } from 'vitest'
import {
  type HandoverOfficer,
  type HandoverStanding,
  type HandoverWish,
  listHandoverActs,
  listHandoverItems,
  refuseHandover,
  refuseHandoverSignature,
  renderHandoverText,
} from './handover.ts'

const WISH: HandoverWish = {
  giver: { personId: 'g', isAdmitted: true, hasOpen: false },
  receiver: { personId: 'r', isAdmitted: true },
  cause: 'leaving',
  today: '2026-10-12',
  dueOn: '2026-10-12',
}

test.each<[string, Partial<HandoverWish>, readonly string[]]>([
  ['two persons of the agency, today at the earliest', {}, []],
  ['not before today', { dueOn: '2026-10-11' }, ['handover.due-past']],
  ['no stranger gives', { giver: undefined }, ['handover.party-unknown']],
  ['no stranger takes', { receiver: undefined }, ['handover.party-unknown']],
  ['nobody takes from oneself', { receiver: { personId: 'g', isAdmitted: true } }, ['handover.same-person']],
  ['nobody takes who is gone', { receiver: { personId: 'r', isAdmitted: false } }, ['handover.receiver-gone']],
  ['who is gone may hand over', { giver: { personId: 'g', isAdmitted: false, hasOpen: false } }, []],
  [
    'but does not change post',
    { giver: { personId: 'g', isAdmitted: false, hasOpen: false }, cause: 'post-change' },
    ['handover.giver-gone'],
  ],
  ['one open list a giver', { giver: { personId: 'g', isAdmitted: true, hasOpen: true } }, ['handover.open-already']],
])('a list is opened: %s', (_title, change, codes) => {
  expect(refuseHandover({ ...WISH, ...change }).map(({ code }) => code)).toEqual(codes)
})

const OPEN: HandoverStanding = {
  isOver: false,
  giverPersonId: 'g',
  receiverPersonId: 'r',
  isGiverGone: false,
  signedSides: [],
}
const GIVER: HandoverOfficer = { personId: 'g', isManager: false }
const RECEIVER: HandoverOfficer = { personId: 'r', isManager: false }
const MANAGER: HandoverOfficer = { personId: 'm', isManager: true }

describe('who does what about a list', () => {
  test.each<[string, Partial<HandoverStanding>, HandoverOfficer, readonly string[]]>([
    ['the giver', {}, GIVER, ['edit', 'sign-giver']],
    ['the receiver', {}, RECEIVER, ['sign-receiver']],
    ['a manager', {}, MANAGER, ['edit', 'cancel']],
    ['a stranger', {}, { personId: 'x', isManager: false }, []],
    ['a manager when the giver is gone', { isGiverGone: true }, MANAGER, ['edit', 'sign-in-place', 'cancel']],
    [
      'a receiver who manages',
      { isGiverGone: true },
      { personId: 'r', isManager: true },
      ['edit', 'sign-receiver', 'cancel'],
    ],
    ['the giver after signing', { signedSides: ['giver'] }, GIVER, []],
    ['a manager after the giver', { isGiverGone: true, signedSides: ['giver'] }, MANAGER, ['cancel']],
    ['anybody when it is over', { isOver: true }, MANAGER, []],
  ])('%s', (_title, change, officer, acts) => {
    expect(listHandoverActs({ ...OPEN, ...change }, officer)).toEqual(acts)
  })

  test.each<[string, Partial<HandoverStanding>, HandoverOfficer, string | null, readonly string[]]>([
    ['the giver signs', {}, GIVER, null, []],
    ['the receiver signs', { signedSides: ['giver'] }, RECEIVER, null, []],
    ['nobody twice', { signedSides: ['giver'] }, GIVER, null, ['handover.signed-already']],
    ['nobody when it is over', { isOver: true }, GIVER, null, ['handover.over']],
    ['no manager for a giver who is there', {}, MANAGER, '代办', ['handover.giver-present']],
    ['no stranger', {}, { personId: 'x', isManager: false }, null, ['handover.not-party']],
    ['nobody in place twice', { isGiverGone: true, signedSides: ['giver'] }, MANAGER, '代办', ['handover.not-party']],
    ['nobody in place without a reason', { isGiverGone: true }, MANAGER, null, ['handover.in-place-reason']],
    ['a manager in place of one who is gone', { isGiverGone: true }, MANAGER, '代办', []],
  ])('%s', (_title, change, officer, because, codes) => {
    expect(refuseHandoverSignature({ ...OPEN, ...change }, officer, because).map(({ code }) => code)).toEqual(codes)
  })
})

test('the list says under every heading what there is, or that there is nothing', () => {
  const none = { users: [], keySerials: [], delegationCount: 0, cases: [], custody: [], plans: [], forms: [] }
  expect(listHandoverItems(none).every(({ lines }) => lines.join() === '无。')).toBe(true)
  const items = listHandoverItems({ ...none, delegationCount: 2, cases: ['待审核：3 件'] })
  expect(items.flatMap(({ lines }) => lines)).toEqual(expect.arrayContaining(['未结束的委托 2 项。', '待审核：3 件']))
})

test('the text both sign names the two, the cause, the items and the remarks', () => {
  const text = renderHandoverText({
    agencyName: '柯城区教育局',
    giverName: '甲',
    receiverName: '乙',
    cause: 'post-change',
    dueOn: '2026-10-20',
    items: [{ title: '用户与角色', lines: ['kecheng-review：审核'] }],
    remarks: '公章已交。',
  })
  expect(text.split('\n')).toEqual([
    '交接清单',
    '机构：柯城区教育局',
    '移交人：甲',
    '接收人：乙',
    '交接原因：岗位调整',
    '办结期限：2026-10-20',
    '用户与角色',
    '- kecheng-review：审核',
    '交接说明：公章已交。',
  ])
})
