import { describe, expect, it } from 'vitest'
import { readToken } from './sign-token.ts'

describe('the token of a signing page (S-080)', () => {
  it('stands behind the number sign', () => {
    expect(readToken(`#${'a'.repeat(43)}`)).toBe('a'.repeat(43))
  })

  it('is missing on a page that was reloaded or opened by hand', () => {
    expect(readToken('')).toBeUndefined()
    expect(readToken('#short')).toBeUndefined()
  })
})
