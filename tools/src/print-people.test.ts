import { expect, test } from 'vitest'
import { printPeople } from './print-people.ts'

test('lines columns up although Chinese characters are two columns wide', () => {
  const table = printPeople([
    { who: '确认人员', account: 'confirm', password: '密码', can: '现场确认' },
    { who: 'A', account: 'b', password: 'c', can: 'd' },
  ])
  expect(table.split('\n')).toEqual([
    '谁        账号     密码  可以做什么',
    '确认人员  confirm  密码  现场确认',
    'A         b        c     d',
  ])
})
