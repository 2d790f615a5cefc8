import { PHOTO_HEIGHT, PHOTO_WIDTH, type SourceRect } from './crop-geometry.ts'

/** Ten thousand bytes below the published limit of 190 KB (APP-5). */
export const PHOTO_MAX_BYTES = 180_000

/** One line of the check list shown before a photo is used; `warn` does not stop, the officer will look. */
export interface PhotoCheck {
  readonly name: string
  readonly tone: 'ok' | 'warn'
  readonly sentence: string
}

const WHITE = 218
const TINT = 24
const WHITE_SHARE = 0.85

/** Share of near-white pixels in the strip above the head and at both sides of it. `pixels` is RGBA, row by row. */
export function whiteShareOf(pixels: Uint8ClampedArray, width: number, height: number): number {
  const side = Math.round(width * 0.1)
  const top = Math.round(height * 0.06)
  const sideEnd = Math.round(height * 0.45)
  let seen = 0
  let white = 0
  for (let y = 0; y < sideEnd; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (y >= top && x >= side && x < width - side) continue
      const at = (y * width + x) * 4
      const rgb = [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0]
      const low = Math.min(...rgb)
      seen += 1
      if (low >= WHITE && Math.max(...rgb) - low <= TINT) white += 1
    }
  }
  return seen === 0 ? 0 : white / seen
}

export interface PhotoFacts {
  readonly bytes: number
  readonly whiteShare: number
  readonly sourceRect: SourceRect
}

/** Every check with its result in words. */
export function checkPhoto({ bytes, whiteShare, sourceRect }: PhotoFacts): readonly PhotoCheck[] {
  const isSharp = sourceRect.width >= PHOTO_WIDTH * 0.9
  const isWhite = whiteShare >= WHITE_SHARE
  const isSmall = bytes <= PHOTO_MAX_BYTES
  return [
    { name: '尺寸', tone: 'ok', sentence: `宽 ${PHOTO_WIDTH} 像素，高 ${PHOTO_HEIGHT} 像素，JPG 格式，符合要求。` },
    {
      name: '大小',
      tone: isSmall ? 'ok' : 'warn',
      sentence: isSmall
        ? `${Math.ceil(bytes / 1000)} KB，小于 190 KB，符合要求。`
        : '照片细节过多，压缩后仍超过 190 KB，请换一张背景干净的照片。',
    },
    {
      name: '清晰度',
      tone: isSharp ? 'ok' : 'warn',
      sentence: isSharp ? '原图足够清晰。' : '原图偏小，放大后可能模糊，建议缩小选区或换一张更清晰的照片。',
    },
    {
      name: '背景',
      tone: isWhite ? 'ok' : 'warn',
      sentence: isWhite ? '背景接近白色。' : '背景看起来不是白色，现场可能要求更换，建议使用白色背景的免冠正面照。',
    },
  ]
}
