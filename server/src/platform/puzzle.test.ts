import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { type TrackPoint, isHumanTrack } from './puzzle-track.ts'
import { PUZZLE_SIZE, makePuzzle } from './puzzle.ts'

/** Mulberry32: the same pictures in every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

describe('a puzzle', () => {
  test('keeps its hole inside the picture and away from where the piece starts', async () => {
    for (const random of [() => 0, () => 0.999_999, seeded(1), seeded(2), seeded(3)]) {
      const { x, y, width, height } = await makePuzzle(random)
      expect(x).toBeGreaterThan(width)
      expect(x + width).toBeLessThan(PUZZLE_SIZE.width)
      expect(y).toBeGreaterThanOrEqual(0)
      expect(y + height).toBeLessThan(PUZZLE_SIZE.height)
    }
  })

  test('is a light picture and a piece with a transparent corner and a solid middle', async () => {
    const { background, piece, width, height } = await makePuzzle(seeded(4))
    expect(await sharp(background).metadata()).toMatchObject({ format: 'webp', ...PUZZLE_SIZE })
    expect(background.length + piece.length).toBeLessThan(16_000)
    const { data, info } = await sharp(piece).raw().toBuffer({ resolveWithObject: true })
    expect(info).toMatchObject({ width, height, channels: 4 })
    const alphaAt = (x: number, y: number) => data.readUInt8((y * width + x) * 4 + 3)
    expect(alphaAt(0, 0)).toBe(0)
    expect(alphaAt(30, 30)).toBe(255)
  })

  test('fits: the piece laid on the hole restores the colours around it', async () => {
    const { background, piece, x, y } = await makePuzzle(seeded(5))
    const solved = await sharp(background)
      .composite([{ input: piece, left: x, top: y }])
      .raw()
      .toBuffer()
    const open = await sharp(background).raw().toBuffer()
    const shade = (pixels: Buffer) => {
      const at = ((y + 34) * PUZZLE_SIZE.width + x + 24) * 3
      return pixels.readUInt8(at) + pixels.readUInt8(at + 1) + pixels.readUInt8(at + 2)
    }
    expect(shade(solved)).toBeGreaterThan(shade(open))
  })

  test('differs from the next one', async () => {
    const random = seeded(6)
    const [one, two] = [await makePuzzle(random), await makePuzzle(random)]
    expect(one.background.equals(two.background)).toBe(false)
  })
})

/** A drag that speeds up and slows down, as a hand does. */
function drag(to: number, { points = 30, durationMs = 900 } = {}): TrackPoint[] {
  return Array.from({ length: points }, (_, index) => {
    const share = index / (points - 1)
    return { x: Math.round(to * share * share * (3 - 2 * share)), t: Math.round(durationMs * share) }
  })
}

const evenly = (to: number) => Array.from({ length: 21 }, (_, index) => ({ x: (to * index) / 20, t: index * 40 }))

describe('S-015: the track of the drag', () => {
  test.each([
    ['ends at the hole', drag(180), true],
    ['ends 4 pixels short', drag(176), true],
    ['ends 4 pixels beyond', drag(184), true],
    ['ends 5 pixels short', drag(175), false],
    ['ends 5 pixels beyond', drag(185), false],
    ['takes 200 ms', drag(180, { durationMs: 200 }), true],
    ['takes 199 ms', drag(180, { durationMs: 199 }), false],
    ['takes over a minute', drag(180, { durationMs: 60_001 }), false],
    ['has four points', drag(180, { points: 4 }), false],
    ['has more points than a pointer reports', drag(180, { points: 501 }), false],
    ['moves perfectly evenly', evenly(180), false],
    ['leaps to the end', [...drag(10).slice(0, 20), { x: 180, t: 900 }], false],
    ['starts in the middle', drag(180).slice(12), false],
    ['runs backwards in time', drag(180).map(({ x, t }) => ({ x, t: 900 - t })), false],
    ['is not a number', [...drag(180).slice(1), { x: Number.NaN, t: 901 }], false],
    ['is empty', [], false],
  ])('that %s', (_sentence, track, isHuman) => {
    expect(isHumanTrack(track, 180)).toBe(isHuman)
  })

  test('made with the arrow keys counts as a hand', () => {
    const pauses = [90, 31, 33, 30, 32, 34, 30, 31, 180, 33, 30]
    let t = 0
    const track = [{ x: 0, t: 0 }, ...pauses.map((pause, index) => ({ x: (index + 1) * 10, t: (t += pause) }))]
    expect(isHumanTrack(track, 112)).toBe(true)
  })
})
