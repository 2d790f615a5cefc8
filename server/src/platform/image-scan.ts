import { type CleanImage, decodeImage, encodeJpegUnder, findImageFormat, inspectImage } from './image.ts'

export type ScanRefusal = 'not-jpeg' | 'unreadable' | 'too-large' | 'too-many-pixels'

export type ScanResult = (CleanImage & { kind: 'accepted' }) | { kind: 'refused'; reasons: ScanRefusal[] }

/** A page of A4 at 300 dots an inch is 3508 pixels high; more shows nothing more. The rest is for dense pages. */
const LONGEST_SIDES = [3508, 2400, 1600] as const

async function encodeScan(bytes: Uint8Array, maxBytes: number): Promise<CleanImage | undefined> {
  for (const side of LONGEST_SIDES) {
    const size = { width: side, height: side, fit: 'inside', withoutEnlargement: true } as const
    const clean = await encodeJpegUnder(decodeImage(bytes).resize(size), maxBytes)
    if (clean !== undefined) return clean
  }
  return undefined
}

/**
 * Checks a picture of a certificate and makes it anew as a plain JPEG smaller than `maxBytes`. Cases S-108 to S-110.
 */
export async function normaliseScan(bytes: Uint8Array, maxBytes: number): Promise<ScanResult> {
  const reasons: ScanRefusal[] = []
  if (bytes.length >= maxBytes) reasons.push('too-large')
  if (findImageFormat(bytes) !== 'jpeg') return { kind: 'refused', reasons: ['not-jpeg', ...reasons] }
  const inspection = await inspectImage(bytes)
  if (inspection.kind === 'refused') return { kind: 'refused', reasons: [...reasons, inspection.reason] }
  if (reasons.length > 0) return { kind: 'refused', reasons }

  const clean = await encodeScan(bytes, maxBytes).catch(() => 'unreadable' as const)
  if (clean === 'unreadable') return { kind: 'refused', reasons: ['unreadable'] }
  if (clean === undefined) return { kind: 'refused', reasons: ['too-large'] }
  return { kind: 'accepted', ...clean }
}
