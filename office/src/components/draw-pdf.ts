import { getDocumentProxy } from 'unpdf'

interface DrawOptions {
  /** Width of a page in CSS pixels. */
  readonly width: number
  readonly turn: number
  readonly signal: AbortSignal
}

/** Draws every page of the PDF at this address, glyphs as outlines, pictures decoded without compiled code. */
export async function drawPdf(url: string, { width, turn, signal }: DrawOptions): Promise<HTMLCanvasElement[]> {
  const answer = await fetch(url, { signal })
  if (!answer.ok) throw new Error(`the file answered ${answer.status}`)
  const data = new Uint8Array(await answer.arrayBuffer())
  const pdf = await getDocumentProxy(data, {
    disableFontFace: true,
    useWasm: false,
    verbosity: 0,
  })
  const pages: HTMLCanvasElement[] = []
  for (let number = 1; number <= pdf.numPages && !signal.aborted; number += 1) {
    const page = await pdf.getPage(number)
    const rotation = (page.rotate + turn) % 360
    const natural = page.getViewport({ scale: 1, rotation })
    const scale = (width / natural.width) * Math.min(globalThis.devicePixelRatio, 2)
    const viewport = page.getViewport({ scale, rotation })
    const canvas = document.createElement('canvas')
    canvas.width = Math.floor(viewport.width)
    canvas.height = Math.floor(viewport.height)
    canvas.style.width = `${width}px`
    canvas.setAttribute('role', 'img')
    await page.render({ canvas, viewport }).promise
    pages.push(canvas)
  }
  void pdf.loadingTask.destroy()
  return pages
}
