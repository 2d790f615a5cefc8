import { describe, expect, test } from 'vitest'
import { checkPhoto, whiteShareOf } from './check-photo.ts'

function flat(red: number, green: number, blue: number): Uint8ClampedArray {
  return new Uint8ClampedArray(100 * 140 * 4).map((_value, index) => [red, green, blue, 255][index % 4] ?? 0)
}

const good = { bytes: 46_000, whiteShare: 1, sourceRect: { x: 0, y: 0, width: 900, height: 1260 } }
const tonesOf = (facts: Parameters<typeof checkPhoto>[0]): string =>
  checkPhoto(facts)
    .map(({ name, tone }) => `${name} ${tone}`)
    .join(', ')

describe('photo checks (APP-5)', () => {
  test('tells white from blue and from grey', () => {
    expect(whiteShareOf(flat(250, 250, 252), 100, 140)).toBe(1)
    expect(whiteShareOf(flat(67, 142, 219), 100, 140)).toBe(0)
    expect(whiteShareOf(flat(180, 180, 180), 100, 140)).toBe(0)
  })

  test('does not look at face and clothes', () => {
    const pixels = flat(255, 255, 255)
    for (let y = 20; y < 140; y += 1)
      for (let x = 12; x < 88; x += 1) pixels.fill(20, (y * 100 + x) * 4, (y * 100 + x) * 4 + 3)
    expect(whiteShareOf(pixels, 100, 140)).toBe(1)
  })

  test('passes a good photo', () => {
    expect(tonesOf(good)).toBe('尺寸 ok, 大小 ok, 清晰度 ok, 背景 ok')
  })

  test('warns of a photo that is too large, too coarse or not white', () => {
    expect(tonesOf({ ...good, bytes: 180_001 })).toContain('大小 warn')
    expect(tonesOf({ ...good, sourceRect: { x: 0, y: 0, width: 120, height: 168 } })).toContain('清晰度 warn')
    expect(tonesOf({ ...good, whiteShare: 0.5 })).toContain('背景 warn')
  })
})
