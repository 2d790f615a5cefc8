import { describe, expect, test } from 'vitest'
import { foldNameForMatching, parsePersonName } from './person-name.ts'

describe('parsePersonName', () => {
  test.each([
    ['two characters', '张明', '张明'],
    ['䶮, extension A', '刘䶮', '刘䶮'],
    ['㛃, extension A', '王㛃', '王㛃'],
    ['𠅤, extension B', '𠅤明', '𠅤明'],
    ['𫖯, extension C', '何𫖯', '何𫖯'],
    ['a character of plane 3', '李\u{30EDE}', '李\u{30EDE}'],
    ['〇', '武〇', '武〇'],
    ['a dot', '阿布都·热合曼', '阿布都·热合曼'],
    ['a bullet in place of the dot', '阿布都•热合曼', '阿布都·热合曼'],
    ['a katakana dot', '阿布都・热合曼', '阿布都·热合曼'],
    ['a full-width stop', '阿布都．热合曼', '阿布都·热合曼'],
    ['spaces around it', '　 张明 ', '张明'],
    ['a compatibility ideograph, stored unified', '李\u{F9A4}', '李捻'],
    ['forty characters', '明'.repeat(40), '明'.repeat(40)],
    ['forty astral characters', '𠅤'.repeat(40), '𠅤'.repeat(40)],
  ])('S-101 accepts %s', (_sentence, text, name) => {
    expect(parsePersonName(text)).toEqual({ kind: 'ok', name })
  })

  test.each([
    ['nothing', '', ['too-short']],
    ['one character', '明', ['too-short']],
    ['one astral character', '𠅤', ['too-short']],
    ['forty-one characters', '明'.repeat(41), ['too-long']],
    ['U+202E, right-to-left override', '张\u202e明', ['bidi-control']],
    ['U+200F, right-to-left mark', '张\u200f明', ['bidi-control']],
    ['U+2066, an isolate', '张\u2066明', ['bidi-control']],
    ['U+200B, zero-width space', '张\u200b明', ['invisible']],
    ['U+200D, zero-width joiner', '张\u200d明', ['invisible']],
    ['a line feed', '张\n明', ['invisible']],
    ['a variation selector', '葛\u{E0100}明', ['invisible']],
    ['a Hangul filler', '张\u3164明', ['invisible']],
    ['a space', '张 明', ['space']],
    ['a full-width space', '张　明', ['space']],
    ['digits', '张3明', ['digit']],
    ['full-width digits', '张３明', ['digit']],
    ['circled digits', '张③明', ['digit']],
    ['a Latin letter', '张Ming', ['foreign-letter']],
    ['a full-width Latin letter', '张Ｍ', ['foreign-letter']],
    ['a Cyrillic letter that looks Latin', '张\u0421', ['foreign-letter']],
    ['a Greek letter', '张\u039f', ['foreign-letter']],
    ['a character of the private use area', '刘\ue863', ['private-use']],
    ['a kana', '张ノ', ['character']],
    ['a radical that looks like a character', '张⽇', ['character']],
    ['a stroke', '张㇀', ['character']],
    ['an emoji', '张😀', ['character']],
    ['half a surrogate pair', '张\ud840', ['character']],
    ['markup', '张<明', ['character']],
    ['a dot in front', '·张明', ['separator']],
    ['a dot at the end', '张明·', ['separator']],
    ['two dots', '张··明', ['separator']],
    ['a log line break with JSON', '张\r\n{"a":1}', ['invisible', 'character', 'foreign-letter', 'digit']],
  ])('S-087 refuses %s', (_sentence, text, reasons) => {
    expect(parsePersonName(text)).toEqual({ kind: 'bad', reasons })
  })
})

test.each([
  ['another dot', '阿布都•热合曼', '阿布都·热合曼'],
  ['a half-width katakana dot', '阿布都･热合曼', '阿布都·热合曼'],
  ['a full stop', '阿布都.热合曼', '阿布都·热合曼'],
  ['a full-width stop', '阿布都．热合曼', '阿布都·热合曼'],
  ['spaces', ' 张　明 ', '张明'],
  ['a zero-width space', '张\u200b明', '张明'],
  ['a variation selector', '葛\u{E0100}明', '葛明'],
  ['a compatibility ideograph', '李\u{F9A4}', '李捻'],
  ['a radical', '张⽇', '张日'],
  ['full-width letters', 'Ａ明', 'A明'],
])('S-101 compares a name with %s as its plain spelling', (_sentence, name, folded) => {
  expect(foldNameForMatching(name)).toBe(folded)
})

test('S-101 keeps different rare characters apart', () => {
  expect(foldNameForMatching('𠅤明')).not.toBe(foldNameForMatching('㛃明'))
})
