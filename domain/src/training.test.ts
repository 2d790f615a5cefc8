import { describe, expect, test } from 'vitest'
import { refuseTraining, trainedSince, trainingKindsOf } from './training.ts'

const rules = { validDays: 365, confirm: 'warn', print: 'warn', sticker: 'warn' } as const

describe('training (PLN-7)', () => {
  test('confirm and print users need their own, others none', () => {
    expect(trainingKindsOf(['confirm', 'print'])).toEqual(['confirm', 'print'])
    expect(trainingKindsOf(['plan', 'review'])).toEqual([])
  })

  test('counts from its last day for as many days as the policy says', () => {
    expect(trainedSince('2027-03-10', rules)).toBe('2026-03-11')
    expect(trainedSince('2026-03-10', { ...rules, validDays: 1 })).toBe('2026-03-10')
  })

  test('is recorded on its last day at the earliest, and never turned round', () => {
    expect(refuseTraining({ heldFrom: '2026-03-10', heldTo: '2026-03-10' }, '2026-03-10')).toEqual([])
    expect(refuseTraining({ heldFrom: '2026-03-10', heldTo: '2026-03-11' }, '2026-03-10')).toMatchObject([
      { code: 'training.not-over' },
    ])
    expect(refuseTraining({ heldFrom: '2026-03-10', heldTo: '2026-03-09' }, '2026-03-10')).toMatchObject([
      { code: 'training.days-turned' },
    ])
  })
})
