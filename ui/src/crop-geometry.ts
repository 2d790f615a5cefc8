/** One-inch ID photo of the application, in pixels (APP-5 allows 291–299 × 409–417). */
export const PHOTO_WIDTH = 295
export const PHOTO_HEIGHT = 413
export const MAX_ZOOM = 6

export interface Size {
  readonly width: number
  readonly height: number
}

/** What is seen of the picture: the source pixel in the middle, and how far beyond "just fills the frame". */
export interface CropView {
  readonly centerX: number
  readonly centerY: number
  readonly zoom: number
}

export interface SourceRect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Frame pixels per source pixel. */
function scaleOf(source: Size, zoom: number): number {
  return Math.max(PHOTO_WIDTH / source.width, PHOTO_HEIGHT / source.height) * zoom
}

function between(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}

/** The nearest view that leaves no empty border in the frame. */
export function clampView(source: Size, view: CropView): CropView {
  const zoom = between(view.zoom, 1, MAX_ZOOM)
  const scale = scaleOf(source, zoom)
  const halfWidth = PHOTO_WIDTH / scale / 2
  const halfHeight = PHOTO_HEIGHT / scale / 2
  return {
    zoom,
    centerX: between(view.centerX, halfWidth, source.width - halfWidth),
    centerY: between(view.centerY, halfHeight, source.height - halfHeight),
  }
}

/** The whole picture as far as the frame allows; portraits have the head above the middle. */
export function startView(source: Size): CropView {
  return clampView(source, { centerX: source.width / 2, centerY: source.height * 0.45, zoom: 1 })
}

/** Moves the picture under the frame by frame pixels, as a finger does. */
export function panView(source: Size, view: CropView, byX: number, byY: number): CropView {
  const scale = scaleOf(source, view.zoom)
  return clampView(source, { ...view, centerX: view.centerX - byX / scale, centerY: view.centerY - byY / scale })
}

/** Zooms around the middle of the frame; `factor` above 1 comes nearer. */
export function zoomView(source: Size, view: CropView, factor: number): CropView {
  return clampView(source, { ...view, zoom: view.zoom * factor })
}

/** The part of the source that fills the frame. */
export function rectOf(source: Size, view: CropView): SourceRect {
  const scale = scaleOf(source, view.zoom)
  const width = PHOTO_WIDTH / scale
  const height = PHOTO_HEIGHT / scale
  return { x: view.centerX - width / 2, y: view.centerY - height / 2, width, height }
}
