import { expect, test } from 'vitest'
import { type CustodyMove, refuseCustodyMove } from './custody.ts'

const MOVE: CustodyMove = {
  isRetired: false,
  currentTermId: 'a',
  seenTermId: 'a',
  currentKeeperId: 'old',
  keeperId: 'new',
  isKeeperThere: true,
}

test.each<[string, Partial<CustodyMove>, readonly string[]]>([
  ['an item changes hands', {}, []],
  ['an item without a keeper gets one', { currentTermId: null, seenTermId: null, currentKeeperId: null }, []],
  ['an item out of use does not', { isRetired: true }, ['custody.retired']],
  ['what somebody else handed on meanwhile does not', { currentTermId: 'b' }, ['custody.changed']],
  ['nobody keeps it who is gone', { isKeeperThere: false }, ['custody.keeper-unknown']],
  ['nobody takes it from oneself', { keeperId: 'old' }, ['custody.keeper-same']],
])('%s', (_title, change, codes) => {
  expect(refuseCustodyMove({ ...MOVE, ...change }).map(({ code }) => code)).toEqual(codes)
})
