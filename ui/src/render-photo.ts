import { PHOTO_MAX_BYTES, whiteShareOf } from './check-photo.ts'
import { PHOTO_HEIGHT, PHOTO_WIDTH, type SourceRect } from './crop-geometry.ts'

export interface RenderedPhoto {
  readonly blob: Blob
  readonly whiteShare: number
}

function encodeJpeg(canvas: HTMLCanvasElement, quality: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('the browser could not encode the photo')) : resolve(blob)),
      'image/jpeg',
      quality,
    )
  })
}

/** Draws the chosen part of the picture into the frame; transparent pictures get the white ground the rules ask for. */
export function drawCrop(canvas: HTMLCanvasElement, source: CanvasImageSource, rect: SourceRect): void {
  const context = canvas.getContext('2d')
  if (context === null) return
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, PHOTO_WIDTH, PHOTO_HEIGHT)
  context.imageSmoothingQuality = 'high'
  context.drawImage(source, rect.x, rect.y, rect.width, rect.height, 0, 0, PHOTO_WIDTH, PHOTO_HEIGHT)
}

/** The photo as it will be sent: 295 × 413 JPEG, in the best quality that stays within the limit of bytes. */
export async function renderPhoto(source: CanvasImageSource, rect: SourceRect): Promise<RenderedPhoto> {
  const canvas = document.createElement('canvas')
  canvas.width = PHOTO_WIDTH
  canvas.height = PHOTO_HEIGHT
  drawCrop(canvas, source, rect)
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, PHOTO_WIDTH, PHOTO_HEIGHT).data
  const whiteShare = pixels === undefined ? 0 : whiteShareOf(pixels, PHOTO_WIDTH, PHOTO_HEIGHT)
  let blob = await encodeJpeg(canvas, 0.95)
  for (let quality = 0.9; blob.size > PHOTO_MAX_BYTES && quality > 0.35; quality -= 0.1) {
    blob = await encodeJpeg(canvas, quality)
  }
  return { blob, whiteShare }
}
