import { describe, expect, test } from 'vitest'
import { refuseMessageText, refuseOwnMessage } from './thread.ts'

describe('留言 (CNF-4)', () => {
  test.each([
    ['takes plain words and a phone to call back', '请拨打 13900009999 联系我。', []],
    ['takes no document number', '我的证件号码是 330802199912249970。', ['thread.personal-data']],
    ['takes no card number', '缴费卡 6222021234567894', ['thread.personal-data']],
  ])('%s', (_sentence, text, codes) => {
    expect(refuseMessageText(text).map(({ code }) => code)).toEqual(codes)
  })

  test.each([
    ['the tenth of a day', { isWithdrawn: false, sentToday: 9 }, []],
    ['the eleventh of a day', { isWithdrawn: false, sentToday: 10 }, ['thread.too-many']],
    ['one about a case that was withdrawn', { isWithdrawn: true, sentToday: 0 }, ['thread.closed']],
  ])('%s', (_sentence, standing, codes) => {
    expect(refuseOwnMessage(standing, '请问还缺什么材料？').map(({ code }) => code)).toEqual(codes)
  })

  test('the text of the owner is judged like that of the office', () => {
    expect(refuseOwnMessage({ isWithdrawn: false, sentToday: 0 }, '330802199912249970')).toHaveLength(1)
  })
})
