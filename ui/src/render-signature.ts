import { drawInk, inkBox, type Stroke } from './ink.ts'

/** The ink as a PNG on transparent ground, trimmed, ready to be laid on a form. Undefined on an empty sheet. */
export async function renderSignature(strokes: readonly Stroke[]): Promise<Blob | undefined> {
  const box = inkBox(strokes)
  if (box === undefined) return undefined
  const canvas = document.createElement('canvas')
  canvas.width = box.width
  canvas.height = box.height
  const context = canvas.getContext('2d')
  if (context === null) return undefined
  context.translate(-box.x, -box.y)
  drawInk(context, strokes)
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('the browser could not encode the signature')) : resolve(blob)),
      'image/png',
    )
  })
}
