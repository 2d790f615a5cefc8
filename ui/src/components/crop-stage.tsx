import './photo-cropper.css'
import { useEffect, useId, useRef, useState } from 'react'
import {
  type CropView,
  MAX_ZOOM,
  panView,
  PHOTO_HEIGHT,
  PHOTO_WIDTH,
  rectOf,
  type SourceRect,
  startView,
  zoomView,
} from '../crop-geometry.ts'
import { drawCrop } from '../render-photo.ts'
import { useCropGestures } from '../use-crop-gestures.ts'
import { Button } from './button.tsx'

const STEP = 12
const MOVES = [
  { label: '上移', x: 0, y: -STEP },
  { label: '下移', x: 0, y: STEP },
  { label: '左移', x: -STEP, y: 0 },
  { label: '右移', x: STEP, y: 0 },
] as const

interface CropStageProps {
  readonly bitmap: ImageBitmap
  readonly initialView?: CropView | undefined
  readonly isRendering: boolean
  readonly onCrop: (rect: SourceRect, view: CropView) => void
  readonly onCancel: () => void
}

/** The frame with the picture under it: move and zoom by finger, mouse, keys or buttons. */
export function CropStage({ bitmap, initialView, isRendering, onCrop, onCancel }: CropStageProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const hintId = useId()
  const [view, setView] = useState(() => initialView ?? startView(bitmap))
  const gestures = useCropGestures(bitmap, view, setView)
  // The stage takes the place of the control that had focus.
  useEffect(() => canvas.current?.focus(), [])
  useEffect(() => {
    if (canvas.current !== null) drawCrop(canvas.current, bitmap, rectOf(bitmap, view))
  }, [bitmap, view])
  return (
    <div className="cropper">
      <div className="crop-frame">
        <canvas
          ref={canvas}
          className="crop-stage"
          width={PHOTO_WIDTH}
          height={PHOTO_HEIGHT}
          aria-label="照片裁剪区"
          aria-describedby={hintId}
          tabIndex={0}
          {...gestures}
        />
        <svg className="crop-guide" viewBox="0 0 295 413" fill="none" aria-hidden="true">
          <ellipse cx="147.5" cy="175" rx="78" ry="108" stroke="#fff" strokeWidth="3" strokeOpacity=".7" />
          <ellipse cx="147.5" cy="175" rx="78" ry="108" stroke="#1553b6" strokeWidth="1.5" strokeDasharray="6 5" />
        </svg>
      </div>
      <div className="crop-controls">
        <p id={hintId}>拖动照片，让头部落在虚线框内，双肩露出。也可以用方向键移动、用加号和减号缩放。</p>
        <label className="crop-zoom">
          <span>缩放</span>
          <input
            type="range"
            min={1}
            max={MAX_ZOOM}
            step={0.02}
            value={view.zoom}
            onChange={(event) => setView(zoomView(bitmap, view, Number(event.target.value) / view.zoom))}
          />
        </label>
        <div className="crop-moves">
          {MOVES.map(({ label, x, y }) => (
            <Button key={label} onClick={() => setView(panView(bitmap, view, x, y))}>
              {label}
            </Button>
          ))}
          <Button onClick={() => setView(startView(bitmap))}>复位</Button>
        </div>
        <div className="button-row">
          <Button
            kind="primary"
            busy={isRendering ? '正在生成' : undefined}
            onClick={() => onCrop(rectOf(bitmap, view), view)}
          >
            生成证件照并检查
          </Button>
          <Button kind="quiet" onClick={onCancel}>
            换一张照片
          </Button>
        </div>
      </div>
    </div>
  )
}
