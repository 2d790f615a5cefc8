import { afterEach, expect, test, vi } from 'vitest'
import { findRememberedPlace, rememberPlace } from './remembered-place.ts'

const place = [{ code: '330000', name: '浙江省', level: 'province' as const }]

function storageWith(text: string | null) {
  return { getItem: () => text, setItem: vi.fn<(key: string, value: string) => void>() }
}

afterEach(() => vi.unstubAllGlobals())

test('reads back the place it kept', () => {
  vi.stubGlobal('localStorage', storageWith(JSON.stringify(place)))
  expect(findRememberedPlace()).toEqual(place)
})

test.each([
  ['nothing was kept', null],
  ['the text is broken', '{"code"'],
  ['the text is of an older form', '[{"code":"33"}]'],
])('forgets when %s', (_sentence, text) => {
  vi.stubGlobal('localStorage', storageWith(text))
  expect(findRememberedPlace()).toBeUndefined()
})

test('carries on when storage is switched off', () => {
  vi.stubGlobal('localStorage', {
    getItem: () => {
      throw new Error('denied')
    },
    setItem: () => {
      throw new Error('denied')
    },
  })
  expect(findRememberedPlace()).toBeUndefined()
  expect(() => rememberPlace(place)).not.toThrow()
})
