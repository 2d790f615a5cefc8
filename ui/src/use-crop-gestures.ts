import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { type CropView, panView, type Size, zoomView } from './crop-geometry.ts'

const KEY_STEP = 4
const KEY_ZOOM = 1.08

interface Point {
  readonly x: number
  readonly y: number
}

type Change = (next: (view: CropView) => CropView) => void

function middleOf(points: readonly Point[]): Point {
  const sum = points.reduce((left, right) => ({ x: left.x + right.x, y: left.y + right.y }), { x: 0, y: 0 })
  return { x: sum.x / points.length, y: sum.y / points.length }
}

function spreadOf([first, second]: readonly Point[]): number {
  return first === undefined || second === undefined ? 0 : Math.hypot(first.x - second.x, first.y - second.y)
}

function viewAfterKey(source: Size, view: CropView, key: string): CropView | undefined {
  switch (key) {
    case 'ArrowLeft':
      return panView(source, view, -KEY_STEP, 0)
    case 'ArrowRight':
      return panView(source, view, KEY_STEP, 0)
    case 'ArrowUp':
      return panView(source, view, 0, -KEY_STEP)
    case 'ArrowDown':
      return panView(source, view, 0, KEY_STEP)
    case '+':
    case '=':
      return zoomView(source, view, KEY_ZOOM)
    case '-':
      return zoomView(source, view, 1 / KEY_ZOOM)
    default:
      return undefined
  }
}

/** Handlers for one finger (move), two fingers (move and zoom), arrow keys and plus and minus on the stage. */
export function useCropGestures(source: Size, view: CropView, change: Change) {
  const pointers = useRef(new Map<number, Point>())

  const move = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (!pointers.current.has(event.pointerId)) return
    const before = [...pointers.current.values()]
    pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
    const after = [...pointers.current.values()]
    const [from, to] = [middleOf(before), middleOf(after)]
    const factor = spreadOf(before) === 0 ? 1 : spreadOf(after) / spreadOf(before)
    // The stage may be shown smaller than its own pixels.
    const ratio = event.currentTarget.width / event.currentTarget.clientWidth
    change((old) => panView(source, zoomView(source, old, factor), (to.x - from.x) * ratio, (to.y - from.y) * ratio))
  }

  const leave = (event: PointerEvent<HTMLCanvasElement>): void => {
    pointers.current.delete(event.pointerId)
  }

  return {
    onPointerDown: (event: PointerEvent<HTMLCanvasElement>): void => {
      event.currentTarget.setPointerCapture(event.pointerId)
      pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
    },
    onPointerMove: move,
    onPointerUp: leave,
    onPointerCancel: leave,
    onKeyDown: (event: KeyboardEvent<HTMLElement>): void => {
      const next = viewAfterKey(source, view, event.key)
      if (next === undefined) return
      event.preventDefault()
      change(() => next)
    },
  }
}
