import { createHash } from 'node:crypto'
import sharp, { type OutputInfo, type Sharp } from 'sharp'

/** What the header of a picture says; no pixel is decoded to learn it. */
export interface ImageHeader {
  format: 'jpeg' | 'png'
  /** As a person sees it: a camera's turn flag is already applied. */
  width: number
  height: number
}

/** Why a picture cannot even be looked at. */
export type ImageDefect = 'unreadable' | 'too-many-pixels'

export type ImageInspection = { kind: 'readable'; header: ImageHeader } | { kind: 'refused'; reason: ImageDefect }

/** A picture made by us from a person's picture: nothing of the original file but its pixels. */
export interface CleanImage {
  bytes: Buffer
  width: number
  height: number
  /** Hexadecimal digests of `bytes`. */
  sha256: string
  sm3: string
}

/** The largest picture ever decoded: 24 megapixels, as telephones make them. Case S-110. */
export const MAX_PIXELS = 25_000_000

const MAGIC = {
  jpeg: Buffer.from([0xff, 0xd8, 0xff]),
  png: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
} as const

/** What the first bytes say the picture is; the name and the sender's word count for nothing (S-108). */
export function findImageFormat(bytes: Uint8Array): ImageHeader['format'] | undefined {
  const start = Buffer.from(bytes.subarray(0, 8))
  if (start.subarray(0, 3).equals(MAGIC.jpeg)) return 'jpeg'
  return start.equals(MAGIC.png) ? 'png' : undefined
}

/**
 * Reads the header of a JPEG or PNG. Anything else is `unreadable` without reaching a decoder:
 * the library would also take SVG, PDF and camera formats, which nobody may send here.
 */
export async function inspectImage(bytes: Uint8Array): Promise<ImageInspection> {
  const format = findImageFormat(bytes)
  if (format === undefined) return { kind: 'refused', reason: 'unreadable' }
  const header = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined)
  if (header === undefined) return { kind: 'refused', reason: 'unreadable' }
  if (header.width * header.height > MAX_PIXELS) return { kind: 'refused', reason: 'too-many-pixels' }
  return { kind: 'readable', header: { format, ...header.autoOrient } }
}

/**
 * Opens a picture for decoding, upright and in sRGB. The pipeline throws on damaged data;
 * what it writes holds no metadata, no profile and nothing that followed the picture (S-109).
 */
export function decodeImage(bytes: Uint8Array): Sharp {
  return sharp(bytes, { failOn: 'error', limitInputPixels: MAX_PIXELS }).autoOrient().toColourspace('srgb')
}

/** Adds size and digests to freshly encoded bytes. */
export function toCleanImage({ data, info }: { data: Buffer; info: OutputInfo }): CleanImage {
  const digest = (algorithm: string) => createHash(algorithm).update(data).digest('hex')
  return { bytes: data, width: info.width, height: info.height, sha256: digest('sha256'), sm3: digest('sm3') }
}

/** From hardly visible loss downwards; the coarser ones also halve the colour resolution, as cameras do. */
const QUALITIES = [92, 86, 80, 72, 62, 50, 38, 26] as const
const FULL_COLOUR_FROM = 80

/** The best JPEG that is smaller than `maxBytes`, or undefined when even the plainest is not. */
export async function encodeJpegUnder(picture: Sharp, maxBytes: number): Promise<CleanImage | undefined> {
  for (const quality of QUALITIES) {
    const chromaSubsampling = quality >= FULL_COLOUR_FROM ? '4:4:4' : '4:2:0'
    const encoded = await picture.clone().jpeg({ quality, chromaSubsampling }).toBuffer({ resolveWithObject: true })
    if (encoded.data.length < maxBytes) return toCleanImage(encoded)
  }
  return undefined
}
