import { sentenceOf } from '@xingtan/contract/problem'
import { describe, expect, test } from 'vitest'
import { DAY, READY } from '../test/ready-draft.ts'
import { refuseBarred, refuseSubmit } from './application-submit.ts'

describe('handing in (APP-12)', () => {
  const SUBMIT = {
    ...READY,
    window: { isOpen: true, isMaintenance: false, sentence: '' },
    liveRegistrationNumber: null,
    history: [],
    countOn: 'PASS',
    countOnSource: '教人〔2001〕4号',
  } as const
  const refusals = (change: Partial<Parameters<typeof refuseSubmit>[0]>) =>
    refuseSubmit({ ...SUBMIT, ...change }, DAY).map((refusal) => refusal.code)

  test('nothing stands in the way of a finished draft in an open window', () => {
    expect(refusals({})).toEqual([])
  })

  test('the window, a live application, a used year and defects are told at once', () => {
    const passed = { appliedOn: '2026-03-02', passedOn: '2026-06-01', isWithdrawn: false }
    expect(
      refusals({
        window: { isOpen: false, isMaintenance: false, sentence: '当前时间不在该机构的网报时间段内' },
        liveRegistrationNumber: '123456789012345',
        history: [passed],
        hasPhoto: false,
      }),
    ).toEqual([
      'application.window-closed',
      'application.already-live',
      'application.year-used',
      'application.photo-needed',
    ])
  })

  test('maintenance says so with the status of something that ends by itself (S-078)', () => {
    const window = { isOpen: false, isMaintenance: true, sentence: '系统维护。' }
    expect(refusals({ window })).toEqual(['application.maintenance'])
  })

  test('the field of a refusal names step and field (S-055)', () => {
    const [refusal] = refuseSubmit({ ...SUBMIT, hasPhoto: false }, DAY)
    expect(refusal?.field).toBe('details.photoId')
  })

  test('a bar names its end, or that it is for life (教师法 art. 14)', () => {
    expect(sentenceOf(refuseBarred('2027-01-01')[0] ?? { code: 'request.failed' })).toContain('限制期至 2027-01-01')
    expect(sentenceOf(refuseBarred(null)[0] ?? { code: 'request.failed' })).toContain('终身')
  })
})
