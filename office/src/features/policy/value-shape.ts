import { POLICIES, type PolicyKey } from '@xingtan/contract/policy'
import { z } from 'zod'

/** What a field of a policy value looks like, as far as a form has to know. */
export type Shape =
  | { readonly kind: 'object'; readonly fields: readonly (readonly [name: string, shape: Shape])[] }
  | { readonly kind: 'list'; readonly item: Shape }
  | { readonly kind: 'choices'; readonly options: readonly Choice[] }
  | { readonly kind: 'choice'; readonly options: readonly Choice[]; readonly isNullable: boolean }
  | { readonly kind: 'number' | 'text' | 'long-text' | 'day'; readonly isNullable: boolean }
  | { readonly kind: 'boolean' }

type Choice = string | number

/** The part of JSON Schema that the schemas of the registry produce. */
interface Node {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Node>>
  readonly items?: Node
  readonly enum?: readonly Choice[]
  readonly const?: Choice
  readonly anyOf?: readonly Node[]
  readonly format?: string
  readonly pattern?: string
}

function choicesOf(node: Node): readonly Choice[] | undefined {
  if (node.enum !== undefined) return node.enum
  if (node.const !== undefined) return [node.const]
  const options = node.anyOf?.flatMap((one) => (one.const === undefined ? [] : [one.const])) ?? []
  return options.length > 0 && options.length === node.anyOf?.length ? options : undefined
}

function textShape({ format, pattern }: Node, isNullable: boolean): Shape {
  if (format === 'date') return { kind: 'day', isNullable }
  // Sentences of texts end with a full stop by their pattern: they are long.
  return { kind: pattern?.includes('。') === true ? 'long-text' : 'text', isNullable }
}

function shapeOf(node: Node, isNullable: boolean): Shape {
  const options = choicesOf(node)
  if (options !== undefined) return { kind: 'choice', options, isNullable }
  const other = node.anyOf?.find(({ type }) => type !== 'null')
  if (other !== undefined) return shapeOf(other, true)
  if (node.properties !== undefined) {
    return { kind: 'object', fields: Object.entries(node.properties).map(([name, one]) => [name, shapeOf(one, false)]) }
  }
  if (node.items !== undefined) {
    const among = choicesOf(node.items)
    return among === undefined
      ? { kind: 'list', item: shapeOf(node.items, false) }
      : { kind: 'choices', options: among }
  }
  if (node.type === 'boolean') return { kind: 'boolean' }
  if (node.type === 'integer' || node.type === 'number') return { kind: 'number', isNullable }
  return textShape(node, isNullable)
}

/** The shape of a key's value, read from the very schema that judges it. */
export function policyShape(key: PolicyKey): Shape {
  // JSON Schema allows much more than our schemas produce; what is not in `Node` is not used by them.
  return shapeOf(z.toJSONSchema(POLICIES[key].value) as Node, false)
}

/** Where a new row of a list begins. */
export function emptyValue(shape: Shape): unknown {
  if (shape.kind === 'object') return Object.fromEntries(shape.fields.map(([name, one]) => [name, emptyValue(one)]))
  if (shape.kind === 'list' || shape.kind === 'choices') return []
  if (shape.kind === 'boolean') return false
  if (shape.kind === 'text' || shape.kind === 'long-text') return shape.isNullable ? null : ''
  return null
}
