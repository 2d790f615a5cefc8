import { type PolicyKey, POLICIES } from '@xingtan/contract/policy'
import { policyFieldTitle } from '@xingtan/contract/policy-word'
import type { Refusal } from '@xingtan/contract/problem'

function titleOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return '数值'
  return path
    .map((part) => (typeof part === 'number' ? `第 ${part + 1} 项` : policyFieldTitle(String(part))))
    .join('｜')
}

type Issue = NonNullable<ReturnType<(typeof POLICIES)[PolicyKey]['value']['safeParse']>['error']>['issues'][number]

const SENTENCES: Readonly<Partial<Record<NonNullable<Issue['code']>, string>>> = {
  invalid_type: '请按要求填写，不能留空。',
  too_small: '数值太小或内容不足，请核对。',
  too_big: '数值太大或内容过长，请核对。',
  invalid_format: '格式不正确，请核对。',
  unrecognized_keys: '有多余的内容，请删去。',
  invalid_value: '请从列出的选项中选择。',
  invalid_union: '请从列出的选项中选择。',
  custom: '前后数值不一致，下限不能高于上限。',
}

/** What does not fit the shape of a key, each place with a sentence; empty means the value fits (ADM-3). */
export function refusePolicyValue(key: PolicyKey, value: unknown): Refusal[] {
  const parsed = POLICIES[key].value.safeParse(value)
  if (parsed.success) return []
  return parsed.error.issues.map((issue) => ({
    code: 'policy.value-invalid' as const,
    field: ['value', ...issue.path].map(String).join('.'),
    values: { title: titleOf(issue.path), found: SENTENCES[issue.code] ?? '请核对。' },
  }))
}
