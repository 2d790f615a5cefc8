import { policyFieldTitle, policyValueText } from '@xingtan/contract/policy-word'

/** One line of a policy value as people read it. */
export interface PolicyLine {
  readonly title: string
  readonly text: string
}

const JOIN = '｜'

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A list of single values is one line; a list of tables has a line for each field of each row. */
function describe(value: unknown, path: readonly string[], field: string): PolicyLine[] {
  const title = path.length === 0 ? '数值' : path.join(JOIN)
  if (Array.isArray(value)) {
    if (value.every((one) => !isRecord(one))) {
      const text = value.map((one) => policyValueText(one, field)).join('、')
      return [{ title, text: text === '' ? '（空）' : text }]
    }
    return value.flatMap((one, index) => describe(one, [...path, `第 ${index + 1} 项`], field))
  }
  if (!isRecord(value)) return [{ title, text: policyValueText(value, field) }]
  return Object.entries(value).flatMap(([name, one]) => describe(one, [...path, policyFieldTitle(name)], name))
}

/** Every line of a policy value, in its own order, with Chinese titles (ADM-3). */
export function describePolicy(value: unknown): PolicyLine[] {
  return describe(value, [], '')
}

/** Lines that differ between two values of one key; a line that only one of them has says 「没有」 on the other side. */
export function comparePolicies(
  before: unknown,
  after: unknown,
): { readonly title: string; readonly before: string; readonly after: string }[] {
  const linesOf = (value: unknown) => new Map(describePolicy(value).map(({ title, text }) => [title, text]))
  const [old, fresh] = [linesOf(before), linesOf(after)]
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .map((title) => ({ title, before: old.get(title) ?? '没有', after: fresh.get(title) ?? '没有' }))
    .filter((line) => line.before !== line.after)
}
