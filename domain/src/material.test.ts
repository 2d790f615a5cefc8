import { describe, expect, test } from 'vitest'
import type { MaterialState } from '@xingtan/contract/material'
import type { CaseMaterial } from './application-material.ts'
import {
  type MaterialItem,
  isTimeRunning,
  listDefects,
  listUploads,
  mayUpload,
  refuseEarlyRefusal,
  refuseGrantedTime,
  refuseHandIn,
  refuseJudgement,
  refuseSupplement,
} from './material.ts'

const material = (code: string, needed = true): CaseMaterial => ({ code, name: code, why: '', needed })
const item = (state: MaterialState, code = 'hukou-book'): MaterialItem => ({ code, name: code, state })
const codes = (refusals: readonly { code: string }[]) => refusals.map(({ code }) => code)
const rule = { notUploaded: ['photo'], seenAtPoint: ['military-proof'] }

describe('materials asked for as files (APP-10, APP-14)', () => {
  test('leaves out what is proven, what is on the screen, what is seen at the point and a report that is on record', () => {
    const all = [
      material('identity-card'),
      material('photo'),
      material('military-proof'),
      material('education-certificate', false),
      material('medical-report'),
    ]
    expect(listUploads(all, rule, false).map(({ code }) => code)).toEqual(['identity-card', 'medical-report'])
    expect(listUploads(all, rule, true).map(({ code }) => code)).toEqual(['identity-card'])
  })

  test.each([
    ['missing', true],
    ['uploaded', true],
    ['rejected', true],
    ['handed-in', false],
    ['accepted', false],
  ] as const)('a file in place of one that is %s: %s', (state, may) => {
    expect(mayUpload(state)).toBe(may)
  })

  test('handing in says everything that is missing or rejected at once, and nothing twice', () => {
    expect(codes(refuseHandIn([item('missing'), item('rejected'), item('uploaded')]))).toEqual([
      'material.missing',
      'material.still-rejected',
    ])
    expect(codes(refuseHandIn([item('handed-in'), item('accepted')]))).toEqual(['material.nothing-new'])
    expect(refuseHandIn([item('accepted'), item('uploaded')])).toEqual([])
  })
})

describe('the list of defects (APP-11)', () => {
  test('waits until everything handed in is judged, then names rejected and missing ones', () => {
    expect(codes(refuseSupplement([item('handed-in'), item('rejected')], null))).toEqual(['material.unjudged'])
    expect(refuseSupplement([item('accepted'), item('rejected'), item('missing')], null)).toEqual([])
    expect(listDefects([item('accepted'), item('rejected'), item('missing')])).toHaveLength(2)
    expect(codes(refuseSupplement([item('accepted')], ''))).toEqual(['material.no-defect'])
    expect(codes(refuseSupplement([item('accepted')], null))).toEqual(['material.no-defect'])
    expect(refuseSupplement([item('accepted')], '请修改通讯地址。')).toEqual([])
  })

  test('a rejection needs reasons of the catalogue, each once; an acceptance has none', () => {
    const catalogue = [{ code: 'out-of-date', sentence: '过期。', remedy: '换新。' }]
    const reason = { code: 'out-of-date', note: null }
    const judge = (accepted: boolean, reasons: readonly { code: string; note: null }[]) =>
      codes(refuseJudgement({ accepted, reasons }, catalogue, '户口簿'))
    expect(judge(true, [])).toEqual([])
    expect(judge(true, [reason])).toEqual(['material.reason-surplus'])
    expect(judge(false, [])).toEqual(['material.reason-needed'])
    expect(judge(false, [{ code: 'made-up', note: null }])).toEqual(['case.reason-unknown'])
    expect(judge(false, [reason, reason])).toEqual(['case.reason-repeated'])
    expect(judge(false, [reason])).toEqual([])
  })
})

describe('granted time (domain §9.1)', () => {
  const time = { dueOn: '2026-10-19', dueReason: null, proposedOn: '2026-10-19', windowEndsOn: '2026-10-30' }
  const due = (changed: Partial<typeof time> | { dueReason: string; dueOn: string }) =>
    codes(refuseGrantedTime({ ...time, ...changed }, '2026-10-12'))

  test.each([
    [{}, []],
    [{ dueOn: '2026-10-12' }, ['material.due-past']],
    [{ dueOn: '2026-10-13' }, ['material.due-reason-needed']],
    [{ dueOn: '2026-10-13', dueReason: '' }, ['material.due-reason-needed']],
    [{ dueOn: '2026-10-13', dueReason: '仅缺一页' }, []],
    [{ dueOn: '2026-10-30', dueReason: '国庆假期' }, []],
    [{ dueOn: '2026-10-31', dueReason: '国庆假期' }, ['material.due-after-window']],
  ])('%j', (changed, expected) => {
    expect(due(changed)).toEqual(expected)
  })

  test('knows no end where no plan says one', () => {
    expect(refuseGrantedTime({ ...time, windowEndsOn: null }, '2026-10-12')).toEqual([])
  })

  test('runs through the whole of its last day and not a day longer', () => {
    expect(isTimeRunning('2026-10-19', '2026-10-19')).toBe(true)
    expect(isTimeRunning('2026-10-19', '2026-10-20')).toBe(false)
    expect(isTimeRunning(null, '2026-10-20')).toBe(false)
  })

  test('keeps the desk from refusing for missing materials while it runs', () => {
    const late = [{ code: 'materials-incomplete', note: null }]
    expect(codes(refuseEarlyRefusal(late, '2026-10-19', '2026-10-19'))).toEqual(['confirmation.time-running'])
    expect(refuseEarlyRefusal(late, '2026-10-19', '2026-10-20')).toEqual([])
    expect(refuseEarlyRefusal(late, null, '2026-10-19')).toEqual([])
    expect(refuseEarlyRefusal([{ code: 'wrong-agency', note: null }], '2026-10-19', '2026-10-19')).toEqual([])
    expect(codes(refuseEarlyRefusal([{ code: 'no-show', note: null }], '2026-10-19', '2026-10-12'))).toHaveLength(1)
  })
})
