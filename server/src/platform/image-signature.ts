import sharp from 'sharp'
import { type CleanImage, decodeImage, findImageFormat, inspectImage, toCleanImage } from './image.ts'

export type SignatureRefusal = 'not-png' | 'unreadable' | 'too-large' | 'too-wide' | 'blank' | 'not-handwriting'

export type SignatureResult = (CleanImage & { kind: 'accepted' }) | { kind: 'refused'; reasons: SignatureRefusal[] }

/** 200 KB: a full canvas of strokes stays far below. */
const MAX_BYTES = 200 * 1024
const MAX_WIDTH = 2000
const MAX_HEIGHT = 1200

/** Darker than this is ink, 0 to 255. */
const INK_LIGHTNESS = 160
/** A touch by accident leaves a dot; a name, even 丁一, leaves strokes. */
const INK_PIXELS_MIN = 150
const STROKE_LENGTH_MIN = 40
/** A name leaves most of its frame empty; a filled area is a picture or a blot. */
const INK_SHARE_MAX = 0.6

const MARGIN = 12
const OUTPUT = { width: 900, height: 450 } as const

interface Ink {
  pixels: number
  left: number
  top: number
  width: number
  height: number
}

interface Grey {
  data: Buffer
  width: number
  height: number
}

/** The strokes as grey on white, whatever the canvas used (transparent ground, coloured ink). */
async function decodeGrey(bytes: Uint8Array): Promise<Grey> {
  const { data, info } = await decodeImage(bytes)
    .flatten({ background: 'white' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

function measureInk({ data, width, height }: Grey): Ink {
  let pixels = 0
  let [left, right, top, bottom] = [width, -1, height, -1]
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (data.readUInt8(y * width + x) >= INK_LIGHTNESS) continue
      pixels += 1
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = y
    }
  }
  return { pixels, left, top, width: right - left + 1, height: bottom - top + 1 }
}

function refuseInk(ink: Ink): SignatureRefusal[] {
  if (ink.pixels < INK_PIXELS_MIN) return ['blank']
  if (Math.max(ink.width, ink.height) < STROKE_LENGTH_MIN) return ['blank']
  return ink.pixels / (ink.width * ink.height) > INK_SHARE_MAX && Math.min(ink.width, ink.height) > MARGIN * 2
    ? ['not-handwriting']
    : []
}

async function encode(grey: Grey, ink: Ink): Promise<CleanImage> {
  const { width, height, data } = grey
  const raw = { width, height, channels: 1 as const }
  const encoded = await sharp(data, { raw })
    .extract({ left: ink.left, top: ink.top, width: ink.width, height: ink.height })
    .extend({ top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN, background: 'white' })
    .resize({ ...OUTPUT, fit: 'inside', withoutEnlargement: true })
    .toColourspace('b-w')
    .png({ compressionLevel: 9 })
    .toBuffer({ resolveWithObject: true })
  return toCleanImage(encoded)
}

/**
 * Checks a handwritten signature drawn on a canvas and makes it anew: grey strokes on white, trimmed to
 * the ink, PNG without metadata. Applicant handbook, 个人承诺书: signed by hand on the telephone. Case S-109.
 */
export async function normaliseSignature(bytes: Uint8Array): Promise<SignatureResult> {
  const reasons: SignatureRefusal[] = []
  if (bytes.length > MAX_BYTES) reasons.push('too-large')
  if (findImageFormat(bytes) !== 'png') return { kind: 'refused', reasons: ['not-png', ...reasons] }
  const inspection = await inspectImage(bytes)
  if (inspection.kind === 'refused') {
    const reason = inspection.reason === 'unreadable' ? 'unreadable' : 'too-wide'
    return { kind: 'refused', reasons: [...reasons, reason] }
  }
  const { width, height } = inspection.header
  if (width > MAX_WIDTH || height > MAX_HEIGHT) reasons.push('too-wide')
  if (reasons.length > 0) return { kind: 'refused', reasons }

  const grey = await decodeGrey(bytes).catch(() => undefined)
  if (grey === undefined) return { kind: 'refused', reasons: ['unreadable'] }
  const ink = measureInk(grey)
  const refusals = refuseInk(ink)
  if (refusals.length > 0) return { kind: 'refused', reasons: refusals }
  return { kind: 'accepted', ...(await encode(grey, ink)) }
}
