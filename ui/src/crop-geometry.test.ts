import { expect, test } from 'vitest'
import { clampView, panView, PHOTO_HEIGHT, PHOTO_WIDTH, rectOf, startView, zoomView } from './crop-geometry.ts'

const landscape = { width: 4000, height: 3000 }
const small = { width: 200, height: 500 }

test.each([landscape, small])('keeps the ratio of 295 to 413 for a source of $width × $height', (source) => {
  const rect = rectOf(source, zoomView(source, startView(source), 2.5))
  expect(rect.width / rect.height).toBeCloseTo(PHOTO_WIDTH / PHOTO_HEIGHT, 10)
})

test('starts with as much of the picture as the frame takes', () => {
  const rect = rectOf(landscape, startView(landscape))
  expect([rect.y, rect.height]).toEqual([0, 3000])
  expect(rect.x).toBeCloseTo((4000 - rect.width) / 2, 6)
})

test('follows the finger: dragging right shows what lies left', () => {
  const near = zoomView(landscape, startView(landscape), 2)
  expect(panView(landscape, near, 10, 0).centerX).toBeLessThan(near.centerX)
})

test('never shows anything outside the picture, however far it is dragged', () => {
  for (const [byX, byY] of [
    [1e6, 1e6],
    [-1e6, -1e6],
  ] as const) {
    const rect = rectOf(small, panView(small, zoomView(small, startView(small), 1.7), byX, byY))
    expect(rect.x).toBeGreaterThanOrEqual(-1e-9)
    expect(rect.y).toBeGreaterThanOrEqual(-1e-9)
    expect(rect.x + rect.width).toBeLessThanOrEqual(small.width + 1e-9)
    expect(rect.y + rect.height).toBeLessThanOrEqual(small.height + 1e-9)
  }
})

test('does not zoom out beyond the frame or in without end', () => {
  expect(clampView(landscape, { centerX: 0, centerY: 0, zoom: 0.1 }).zoom).toBe(1)
  expect(clampView(landscape, { centerX: 0, centerY: 0, zoom: 100 }).zoom).toBe(6)
})
