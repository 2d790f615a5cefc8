import type { Random } from './random.ts'

const SURNAMES = Array.from(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
)
const FIRST = Array.from('若思雨晨嘉书清明安静文诗语梓景宁知云初沐亦子予怀望听令修允希')
const SECOND_FEMALE = Array.from('涵萱怡琪妍彤瑶琳婷岚溪芸菲蓓蕾雯莹璇珂鸢')
const SECOND_MALE = Array.from('轩航睿哲辰宇泽楠川帆煜恒铭峻朗弘骁屿舟谦')

function one(random: Random, characters: readonly string[]): string {
  return characters[random.below(characters.length)] ?? '安'
}

/** A made-up name of two or three characters; it means nobody. */
export function createName(random: Random, sex: '男' | '女'): string {
  const second = one(random, sex === '女' ? SECOND_FEMALE : SECOND_MALE)
  const given = random.below(6) === 0 ? second : one(random, FIRST) + second
  return one(random, SURNAMES) + given
}

/**
 * Names that break careless software: characters of extension A (䶮, 㛃) and of planes beyond the first (𠅤, 𫖯),
 * and names written with the middle dot.
 */
export const RARE_NAMES: ReadonlyArray<{ readonly name: string; readonly sex: '男' | '女' }> = [
  { name: '王䶮辰', sex: '男' },
  { name: '周㛃', sex: '女' },
  { name: '陈𠅤', sex: '男' },
  { name: '叶𫖯之', sex: '男' },
  { name: '阿依努尔·麦麦提江', sex: '女' },
  { name: '巴特尔·额尔敦', sex: '男' },
  { name: '欧阳若㛃', sex: '女' },
  { name: '单𫖯', sex: '女' },
]

/** The same name as a source that lost a character writes it: the last character becomes one that sounds alike. */
export function toMiswrittenName(name: string): string {
  const characters = Array.from(name)
  const last = characters.pop() ?? ''
  return characters.join('') + (last === '辰' ? '晨' : '辰')
}
