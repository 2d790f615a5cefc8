import { POLICIES, isPolicyKey } from '@xingtan/contract/policy'
import { POLICY_CHOICE_TITLES, POLICY_FIELD_TITLES } from '@xingtan/contract/policy-word'
import { describe, expect, test } from 'vitest'
import { type Shape, emptyValue, policyShape } from './value-shape.ts'

function wordsOf(shape: Shape): { fields: string[]; choices: string[] } {
  if (shape.kind === 'choice' || shape.kind === 'choices') return { fields: [], choices: shape.options.map(String) }
  if (shape.kind === 'list') return wordsOf(shape.item)
  if (shape.kind !== 'object') return { fields: [], choices: [] }
  const parts = shape.fields.map(([name, one]) => ({ name, ...wordsOf(one) }))
  return {
    fields: parts.flatMap(({ name, fields }) => [name, ...fields]),
    choices: parts.flatMap((one) => one.choices),
  }
}

const KEYS = Object.keys(POLICIES).filter(isPolicyKey)

describe('the form of a policy is read from its schema (ADM-3)', () => {
  test.each(KEYS)('%s: every field and every choice has a Chinese title', (key) => {
    const { fields, choices } = wordsOf(policyShape(key))
    expect(fields.filter((name) => POLICY_FIELD_TITLES[name] === undefined)).toEqual([])
    expect(choices.filter((name) => !/^\d+$/.test(name) && POLICY_CHOICE_TITLES[name] === undefined)).toEqual([])
  })

  test('numbers, choices, several choices, tables and texts are told apart', () => {
    expect(policyShape('medical.validity-days')).toEqual({ kind: 'number', isNullable: false })
    expect(policyShape('application.count-on')).toMatchObject({ kind: 'choice', options: ['APPLY', 'PASS'] })
    const floor = policyShape('putonghua.floor')
    expect(floor.kind).toBe('object')
    if (floor.kind !== 'object') return
    // The order of the fields is that of the schema.
    const [, [, raises], [, exempt]] = floor.fields as [unknown, [string, Shape], [string, Shape]]
    expect(raises).toMatchObject({ kind: 'list', item: { kind: 'object' } })
    expect(exempt).toEqual({ kind: 'number', isNullable: true })
    if (raises.kind === 'list') expect(emptyValue(raises.item)).toEqual({ types: [], subjectName: '', grade: null })
  })
})
