import sharp from 'sharp'
import { makeScene } from './puzzle-scene.ts'

/** A slider puzzle. `x` is the secret: it stays on the server, the rest goes to the browser. */
export interface Puzzle {
  /** WebP, 320 × 160, with the hole shown as a shade. */
  background: Buffer
  /** PNG with transparency, `width` × `height`. */
  piece: Buffer
  /** Where the left edge of the piece belongs, in pixels of the background. */
  x: number
  /** Where its upper edge is; the piece only moves sideways. */
  y: number
  width: number
  height: number
}

export const PUZZLE_SIZE = { width: 320, height: 160 } as const

/** A 48-pixel body with a knob on the top and one on the right. */
const BODY = 48
const KNOB = 10
const PIECE = BODY + KNOB
const MARGIN = 8
/** The hole is never where the piece starts. */
const X_MIN = PIECE + 24

const OUTLINE = `M1 ${KNOB} H${BODY / 2 - 9} a${KNOB - 1} ${KNOB - 1} 0 1 1 18 0 H${BODY}
  V${KNOB + BODY / 2 - 9} a${KNOB - 1} ${KNOB - 1} 0 1 1 0 18 V${PIECE - 1} H1
  V${KNOB + BODY / 2 + 9} a${KNOB - 1} ${KNOB - 1} 0 1 0 0 -18 Z`

const toSvg = (width: number, height: number, body: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`)

const MASK = toSvg(PIECE, PIECE, `<path d="${OUTLINE}" fill="#fff"/>`)
const HOLE = toSvg(
  PIECE,
  PIECE,
  `<path d="${OUTLINE}" fill="#1a2233" fill-opacity="0.46" stroke="#fff" stroke-opacity="0.9" stroke-width="1.2"/>`,
)
const EDGE = toSvg(
  PIECE,
  PIECE,
  `<path d="${OUTLINE}" fill="none" stroke="#1a2233" stroke-opacity="0.45" stroke-width="4"/>
   <path d="${OUTLINE}" fill="none" stroke="#fff" stroke-width="2"/>`,
)

const pick = (random: () => number, min: number, max: number) => min + Math.floor(random() * (max - min + 1))

/**
 * Draws a puzzle. `random` gives numbers in [0, 1) and must be unguessable in production.
 * The slider is one of several ways in, never the only one (case S-016).
 */
export async function makePuzzle(random: () => number): Promise<Puzzle> {
  const { width, height } = PUZZLE_SIZE
  const x = pick(random, X_MIN, width - PIECE - MARGIN)
  const y = pick(random, MARGIN, height - PIECE - MARGIN)
  const { data, info } = await sharp(toSvg(width, height, makeScene(random, PUZZLE_SIZE)))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const scene = () => sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })

  const [background, piece] = await Promise.all([
    scene()
      .composite([{ input: HOLE, left: x, top: y }])
      .webp({ quality: 80, effort: 2 })
      .toBuffer(),
    scene()
      .extract({ left: x, top: y, width: PIECE, height: PIECE })
      .ensureAlpha()
      .composite([{ input: EDGE }, { input: MASK, blend: 'dest-in' }])
      .png({ compressionLevel: 6 })
      .toBuffer(),
  ])
  return { background, piece, x, y, width: PIECE, height: PIECE }
}
