import { expect, test } from 'vitest'
import { safeNext } from './safe-next.ts'

test.each(['/business', '/centre/putonghua', '/apply/3?draft=1#photo', '/certificates/query'])(
  'ACC-3: leads back to %s',
  (next) => {
    expect(safeNext(next, '/business')).toBe(next)
  },
)

test.each([
  '//evil.example/business',
  '/\\evil.example',
  'https://evil.example/business',
  'javascript:alert(1)',
  '/business/../sign-in',
  '/\t/evil.example',
  '/sign-in?next=/sign-in',
  '/centre-of-evil',
  '',
])('never leads to %j', (next) => {
  expect(safeNext(next, '/business')).toBe('/business')
})

test('leads to the usual page when nothing was asked for', () => {
  expect(safeNext(null, '/business')).toBe('/business')
})
