export interface InkPoint {
  readonly x: number
  readonly y: number
}

export type Stroke = readonly InkPoint[]

/** The sheet has its own measure, so that turning the phone keeps what is written. */
export const SHEET_WIDTH = 1200
export const SHEET_HEIGHT = 480
export const PEN_WIDTH = 12

export interface InkBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Length of all strokes in sheet units. */
export function inkLength(strokes: readonly Stroke[]): number {
  let length = 0
  for (const stroke of strokes) {
    for (const [index, point] of stroke.entries()) {
      const before = stroke[index - 1]
      if (before !== undefined) length += Math.hypot(point.x - before.x, point.y - before.y)
    }
  }
  return length
}

/** A dot or a dash is no name: about one simple character at the least. */
export function isSignature(strokes: readonly Stroke[]): boolean {
  return inkLength(strokes) >= 300
}

/** The smallest box around the ink with a margin, inside the sheet; undefined on an empty sheet. */
export function inkBox(strokes: readonly Stroke[]): InkBox | undefined {
  const points = strokes.flat()
  if (points.length === 0) return undefined
  const margin = PEN_WIDTH * 2
  const left = Math.max(0, Math.floor(Math.min(...points.map(({ x }) => x)) - margin))
  const top = Math.max(0, Math.floor(Math.min(...points.map(({ y }) => y)) - margin))
  const right = Math.min(SHEET_WIDTH, Math.ceil(Math.max(...points.map(({ x }) => x)) + margin))
  const bottom = Math.min(SHEET_HEIGHT, Math.ceil(Math.max(...points.map(({ y }) => y)) + margin))
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** Draws strokes as smooth curves through the middles between neighbouring points. */
export function drawInk(context: CanvasRenderingContext2D, strokes: readonly Stroke[]): void {
  context.lineWidth = PEN_WIDTH
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.strokeStyle = '#111111'
  for (const stroke of strokes) {
    const [first] = stroke
    if (first === undefined) continue
    context.beginPath()
    context.moveTo(first.x, first.y)
    for (const [index, point] of stroke.entries()) {
      const next = stroke[index + 1]
      if (next === undefined) context.lineTo(point.x, point.y)
      else context.quadraticCurveTo(point.x, point.y, (point.x + next.x) / 2, (point.y + next.y) / 2)
    }
    context.stroke()
  }
}
