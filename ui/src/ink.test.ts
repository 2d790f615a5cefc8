import { expect, test } from 'vitest'
import { inkBox, inkLength, isSignature, SHEET_HEIGHT, SHEET_WIDTH } from './ink.ts'

const line = [
  { x: 100, y: 100 },
  { x: 400, y: 100 },
  { x: 400, y: 200 },
]

test('measures ink over all strokes', () => {
  expect(inkLength([line, line])).toBe(800)
  expect(inkLength([])).toBe(0)
})

test('does not take a dot or a dash for a signature', () => {
  expect(isSignature([[{ x: 5, y: 5 }]])).toBe(false)
  expect(
    isSignature([
      line.slice(0, 1),
      [
        { x: 0, y: 0 },
        { x: 90, y: 0 },
      ],
    ]),
  ).toBe(false)
  expect(isSignature([line])).toBe(true)
})

test('trims to the ink with a margin', () => {
  expect(inkBox([line])).toEqual({ x: 76, y: 76, width: 348, height: 148 })
  expect(inkBox([])).toBeUndefined()
})

test('never trims to more than the sheet', () => {
  const corners = [
    { x: 0, y: 0 },
    { x: SHEET_WIDTH, y: SHEET_HEIGHT },
  ]
  expect(inkBox([corners])).toEqual({ x: 0, y: 0, width: SHEET_WIDTH, height: SHEET_HEIGHT })
})
