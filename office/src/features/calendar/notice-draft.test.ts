import { expect, test } from 'vitest'
import { beginDraft, toNotice } from './notice-draft.ts'

test('a line is a day and the name of its holiday; lines, commas and blanks are taken as they come', () => {
  const draft = {
    year: ' 2027 ',
    holidays: '2027-01-01  元旦\n\n 2027-01-02，2027-01-03 元旦',
    workdays: '2027-01-09；2027-02-20',
  }
  expect(toNotice(draft)).toEqual({
    year: '2027',
    holidays: [
      { day: '2027-01-01', name: '元旦' },
      { day: '2027-01-02', name: '节假日' },
      { day: '2027-01-03', name: '元旦' },
    ],
    workdays: ['2027-01-09', '2027-02-20'],
  })
})

test('the form begins with the statutory days', () => {
  expect(toNotice(beginDraft('2027', ['2027-01-01'])).holidays).toEqual([{ day: '2027-01-01', name: '节假日' }])
})
