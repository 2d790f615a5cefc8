import { type PolicyKey, isPolicyKey } from '@xingtan/contract/policy'
import { problem } from '../../platform/problem.ts'

/** A key of the registry, or 404. */
export function getKey(key: string): PolicyKey {
  if (!isPolicyKey(key)) throw problem('policy.key-unknown')
  return key
}
