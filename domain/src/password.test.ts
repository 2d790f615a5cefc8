import { describe, expect, test } from 'vitest'
import { COMMON_PASSWORDS } from './common-password.ts'
import { normalisePassword, refusePassword } from './password.ts'

const own = { documentNumber: '330802199912249970', phone: '13900008642' }
const withPhoneCode = { minimumLength: 8, own }
const passphrase =
  '春天的早晨我沿着运河慢慢走看见一只白鹭停在旧石桥上想起小时候外婆讲过的故事于是决定回到山里的村小去教孩子们读诗写字画画唱歌和跑步'

describe('refusePassword', () => {
  test.each([
    ['eight characters without any kind rule', 'kvmowztu'],
    ['small letters and spaces', 'river lamp seven'],
    ['digits alone, if nobody would guess them', '83729104'],
    ['a Chinese passphrase of sixty-four characters', passphrase],
    ['128 characters', passphrase.repeat(2)],
    ['a common word inside a longer thought', 'dragon eats green soup'],
    ['a common word with a long tail of its own', 'monkey8372910'],
    ['four letters of its own beside a word of the business', 'jszg2026kvmo'],
    ['a run and four letters', 'abcdefgkvmo'],
    ['a part of the own birth date', 'kvm9991224ow'],
    ['a word of the business inside a longer thought', '我在教师资格考试前喝豆浆'],
    ['a strong unit written twice', 'kx9#mq2zkx9#mq2z'],
  ])('S-008 accepts %s', (_sentence, password) => {
    expect(refusePassword(password, withPhoneCode)).toEqual([])
  })

  test.each([
    ['seven characters', 'kvmowzt', ['too-short']],
    ['seven astral characters, which are fourteen units', '𠅤㛃𫖯䶮𠀀𠮷𡃁', ['too-short']],
    ['129 characters', `${passphrase.repeat(2)}好`, ['too-long']],
    ['a common password', 'iloveyou', ['common']],
    ['a common password in capitals', 'ILoveYou', ['common']],
    ['a common word with a year and a sign', 'Password2026!', ['common']],
    ['a common word with six digits', 'monkey837291', ['common']],
    ['a common word with replaced letters', 'P@$$w0rd88', ['common']],
    ['a common word with a common number', 'woaini5201314', ['common']],
    ['two common numbers', '5201314520', ['common']],
    ['words of the business and a year, twice', 'jszg2026jszg2026', ['context-word']],
    ['three letters beside a word of the business', 'jszg2026kvm', ['context-word']],
    ['the name of the product', 'Xingtan#2026', ['context-word']],
    ['the name of the certificate', '教师资格证2026年', ['context-word']],
    ['the last eight of the own number, repeated', '1224997012249970', ['own-data']],
    ['the last six of the own number', 'kvm249970owz', ['own-data']],
    ['the own birth date', 'kvm19991224', ['own-data']],
    ['the own phone', '13900008642', ['own-data']],
    ['a short unit again and again', 'kx9kx9kx9', ['repeated']],
    ['a short unit, the last time in part', 'kx9mkx9mkx', ['repeated']],
    ['the same character', '！！！！！！！！', ['repeated', 'sequence']],
    ['a run of digits and a run of letters', '234567bcdefg', ['sequence']],
    ['a run of the keyboard backwards', 'lkjhgfds', ['sequence']],
    ['the upper row of the keyboard backwards', 'poiuytre', ['sequence']],
    ['one character and then another again and again', 'kxxxxxxx', ['sequence']],
    ['columns of the keyboard', '3edc4rfv5tgb', ['sequence']],
    ['a run and three letters', 'mnopqrstxkv', ['sequence']],
  ])('S-008 refuses %s', (_sentence, password, faults) => {
    expect(refusePassword(password, withPhoneCode)).toEqual(faults)
  })

  test('S-008 asks for fifteen characters where no phone code is used', () => {
    const alone = { minimumLength: 15, own }
    expect(refusePassword('kvmowztuxbqjrp', alone)).toEqual(['too-short'])
    expect(refusePassword('kvmowztuxbqjrpl', alone)).toEqual([])
    expect(refusePassword('kx9#mq2zkx9#mq2z', alone)).toEqual(['repeated'])
  })

  test('S-008 judges without own data, and with a number that states no birth date', () => {
    const nothingKnown = { minimumLength: 8, own: { documentNumber: null, phone: null } }
    expect(refusePassword('kvm249970owz', nothingKnown)).toEqual([])
    const permit = { minimumLength: 8, own: { documentNumber: 'H01234567', phone: null } }
    expect(refusePassword('kvm234567owz', permit)).toEqual(['own-data'])
  })

  test('S-008 finds the own number in full-width digits and with a small x', () => {
    const residencePermit = { minimumLength: 8, own: { documentNumber: '81000019900101997X', phone: null } }
    expect(refusePassword('kvm０１９９７ｘowz', residencePermit)).toEqual(['own-data'])
  })

  test('S-008 refuses every common password of eight or more characters', () => {
    const long = [...COMMON_PASSWORDS].filter((password) => password.length >= 8)
    expect(long.length).toBeGreaterThan(200)
    for (const password of long) expect(refusePassword(password, withPhoneCode)).toContain('common')
  })
})

test('S-010 a full-width Ａ and a composed é hash like their plain forms', () => {
  expect(normalisePassword('Ａcafe\u0301')).toBe(normalisePassword('Acaf\u00e9'))
})
