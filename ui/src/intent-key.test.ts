import { expect, test } from 'vitest'
import { createIntentKey } from './intent-key.ts'

test('keeps one key while the same command is tried again', () => {
  const intentKey = createIntentKey()
  expect(intentKey.keyFor({ input: { a: 1, b: [2] } })).toBe(intentKey.keyFor({ input: { b: [2], a: 1 } }))
})

test('makes a new key when the input changes', () => {
  const intentKey = createIntentKey()
  expect(intentKey.keyFor({ input: { a: 1 } })).not.toBe(intentKey.keyFor({ input: { a: 2 } }))
})

test('makes a new key after success even when the input is equal', () => {
  const intentKey = createIntentKey()
  const first = intentKey.keyFor({ input: { a: 1 } })
  intentKey.settle()
  expect(intentKey.keyFor({ input: { a: 1 } })).not.toBe(first)
})

test('treats another file as another command and the same file as the same one', () => {
  const intentKey = createIntentKey()
  const file = new Blob(['photo'])
  const first = intentKey.keyFor({ input: {}, file })
  expect(intentKey.keyFor({ input: {}, file })).toBe(first)
  expect(intentKey.keyFor({ input: {}, file: new Blob(['photo']) })).not.toBe(first)
})
