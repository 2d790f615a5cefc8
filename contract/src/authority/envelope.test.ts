import { describe, expect, test } from 'vitest'
import { sourceText } from './envelope.ts'
import { IdentityAnswer } from './police-identity.ts'

describe('text of a source', () => {
  const text = sourceText(20)

  test.each(['衢州学院', '阿依努尔·麦麦提江', '王䶮辰', '𫖯', "O'Neill (Zhejiang)"])(
    'S-152: 「%s」 is taken',
    (given) => {
      expect(text.safeParse(given).success).toBe(true)
    },
  )

  test.each([
    ['mark-up', '<script>alert(1)'],
    ['a line break', '衢州\n学院'],
    ['a direction override', '衢州\u202e学院'],
    ['an invisible space', '衢州\u200b学院'],
    ['nothing', ''],
    ['too much', '衢'.repeat(21)],
  ])('S-152: %s is refused', (_kind, given) => {
    expect(text.safeParse(given).success).toBe(false)
  })
})

describe('answer about a person', () => {
  const head = {
    requestId: 'request-0001',
    answeredAt: '2026-10-12T01:00:00.000Z',
    subject: { name: '程初宁', numberHash: '0'.repeat(64) },
  }

  test('S-152: a match needs its record, a mismatch its fields, and other words are no result', () => {
    for (const answer of [
      { ...head, result: 'MATCH' },
      { ...head, result: 'MISMATCH', fields: [] },
      { ...head, result: 'MISMATCH', fields: ['<b>'] },
      { ...head, result: 'PASSED' },
      { ...head, result: 'NOT_FOUND', subject: undefined },
    ]) {
      expect(IdentityAnswer.safeParse(answer).success).toBe(false)
    }
  })

  test('S-152: fields nobody agreed on are dropped', () => {
    expect(IdentityAnswer.parse({ ...head, result: 'NOT_FOUND', note: '<b>' })).toEqual({
      ...head,
      result: 'NOT_FOUND',
    })
  })
})
