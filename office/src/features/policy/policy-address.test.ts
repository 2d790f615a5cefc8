import { POLICIES } from '@xingtan/contract/policy'
import { expect, test } from 'vitest'
import { policyPath, readPolicyWord, toPolicyWord } from './policy-address.ts'

test('every policy has an address that opens by itself, and leads back to its key', () => {
  for (const key of Object.keys(POLICIES)) {
    expect(policyPath(key, 'agency:33075')).not.toMatch(/[.;\\]|%2e/i)
    expect(readPolicyWord(toPolicyWord(key))).toBe(key)
  }
})
