import { type CleanImage, decodeImage, encodeJpegUnder, findImageFormat, inspectImage } from './image.ts'

/** The numbers of the photo rule. They differ by place and year, so they are always passed in. */
export interface PhotoLimits {
  /** The file must be smaller than this. */
  maxBytes: number
  /** Pixels; the bounds themselves are allowed. */
  widthMin: number
  widthMax: number
  heightMin: number
  heightMax: number
}

export type PhotoRefusal = 'not-jpeg' | 'unreadable' | 'too-large' | 'width' | 'height' | 'background'

export interface AcceptedPhoto extends CleanImage {
  kind: 'accepted'
  /** Whether the border is white beyond doubt. A doubtful one is accepted and left to a person's eye. */
  backgroundWhite: boolean
  /** Share of white pixels along the top and the upper sides, 0 to 1. */
  backgroundWhiteShare: number
}

export type PhotoResult = AcceptedPhoto | { kind: 'refused'; reasons: PhotoRefusal[] }

/** Above the first share the border is white; below the second it certainly is not; between them a person decides. */
const WHITE_SURE = 0.85
const WHITE_IMPOSSIBLE = 0.5

const SAMPLE_WIDTH = 96
/** Paper photographed under warm light is not quite white; a pastel wall is. */
const WHITE_DARKEST = 220
const WHITE_MOST_TINT = 22

/** Whether the point lies in the strip at the top or beside the head; shoulders and hair are left out. */
function isBorder(x: number, y: number, width: number, height: number): boolean {
  if (y < height * 0.04) return true
  const strip = width * 0.08
  return y < height * 0.45 && (x < strip || x >= width - strip)
}

function isWhite(red: number, green: number, blue: number): boolean {
  const darkest = Math.min(red, green, blue)
  return darkest >= WHITE_DARKEST && Math.max(red, green, blue) - darkest <= WHITE_MOST_TINT
}

async function measureWhiteShare(bytes: Uint8Array): Promise<number> {
  const { data, info } = await decodeImage(bytes)
    .flatten({ background: 'white' })
    .resize({ width: SAMPLE_WIDTH })
    .raw()
    .toBuffer({ resolveWithObject: true })
  let border = 0
  let white = 0
  for (let y = 0; y < info.height; y += 1) {
    for (let x = 0; x < info.width; x += 1) {
      if (!isBorder(x, y, info.width, info.height)) continue
      const at = (y * info.width + x) * info.channels
      border += 1
      if (isWhite(data.readUInt8(at), data.readUInt8(at + 1), data.readUInt8(at + 2))) white += 1
    }
  }
  return white / border
}

const isOutside = (value: number, min: number, max: number) => value < min || value > max

/**
 * Checks an identity photo and makes it anew as a plain sRGB JPEG without metadata. All reasons are
 * given at once. Applicant handbook, personal photo: JPG, white ground, strict size. Cases S-108, S-109, S-110.
 */
export async function normalisePhoto(bytes: Uint8Array, limits: PhotoLimits): Promise<PhotoResult> {
  const reasons: PhotoRefusal[] = []
  if (bytes.length >= limits.maxBytes) reasons.push('too-large')
  if (findImageFormat(bytes) !== 'jpeg') return { kind: 'refused', reasons: ['not-jpeg', ...reasons] }

  const inspection = await inspectImage(bytes)
  if (inspection.kind === 'refused') {
    const tooBig: PhotoRefusal[] = ['width', 'height']
    const found: PhotoRefusal[] = inspection.reason === 'unreadable' ? ['unreadable'] : tooBig
    return { kind: 'refused', reasons: [...reasons, ...found] }
  }
  const { width, height } = inspection.header
  if (isOutside(width, limits.widthMin, limits.widthMax)) reasons.push('width')
  if (isOutside(height, limits.heightMin, limits.heightMax)) reasons.push('height')

  const share = await measureWhiteShare(bytes).catch(() => undefined)
  if (share === undefined) return { kind: 'refused', reasons: [...reasons, 'unreadable'] }
  if (share < WHITE_IMPOSSIBLE) reasons.push('background')
  if (reasons.length > 0) return { kind: 'refused', reasons }

  const clean = await encodeJpegUnder(decodeImage(bytes), limits.maxBytes)
  if (clean === undefined) return { kind: 'refused', reasons: ['too-large'] }
  return {
    kind: 'accepted',
    ...clean,
    backgroundWhite: share >= WHITE_SURE,
    backgroundWhiteShare: share,
  }
}
