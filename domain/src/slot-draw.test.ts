import { expect, test } from 'vitest'
import { drawSlots } from './slot-draw.ts'

/** A toy digest: what matters is that the order follows it and nothing else. */
const digest = (text: string) => text.slice(-1) + text
const requests = ['a3', 'b1', 'c2'].map((id) => ({ id, slotIds: ['nine', 'ten'] }))

test('draws in the order of the digests, whoever asked first, and again the same (S-082)', () => {
  const free = new Map([
    ['nine', 1],
    ['ten', 1],
  ])
  const drawn = drawSlots(requests, free, { seed: 's', digest })
  expect(drawn).toEqual([
    { id: 'b1', place: 1, slotId: 'nine' },
    { id: 'c2', place: 2, slotId: 'ten' },
    { id: 'a3', place: 3, slotId: null },
  ])
  expect(drawSlots(requests.toReversed(), free, { seed: 's', digest })).toEqual(drawn)
})

test('a slot nobody knows has no place', () => {
  expect(drawSlots(requests, new Map(), { seed: 's', digest }).map(({ slotId }) => slotId)).toEqual([null, null, null])
})
