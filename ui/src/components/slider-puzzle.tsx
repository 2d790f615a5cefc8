import './slider-puzzle.css'
import { type ReactNode, useId, useRef, useState } from 'react'
import { Button } from './button.tsx'

/** Where the piece was and when, in picture pixels and milliseconds since the first move. */
export interface TrackPoint {
  readonly x: number
  readonly t: number
}

export interface SliderPuzzleProps {
  /** Pictures as data URLs, sizes in picture pixels. */
  readonly puzzle: {
    readonly background: string
    readonly piece: string
    readonly width: number
    readonly height: number
    readonly pieceSize: number
    readonly pieceTop: number
  }
  readonly onSolve: (x: number, track: readonly TrackPoint[]) => void
  readonly onRenew: () => void
  readonly busy?: string | undefined
  readonly error?: string | undefined
  /** The equally strong way that needs no dragging (ACC-3, S-016). */
  readonly alternative: ReactNode
}

const MAX_TRACK = 480

/** A tap on the bar moves the piece but is no drag; it may be followed by one, or by keys. */
const MIN_DRAG = 3

/**
 * The puzzle on a native range: mouse, finger, arrow keys and assistive technology move it alike. Only the server knows
 * the place and judges. Give it a `key` of the challenge, so that a new puzzle starts fresh.
 */
export function SliderPuzzle({ puzzle, onSolve, onRenew, busy, error, alternative }: SliderPuzzleProps) {
  const [x, setX] = useState(0)
  const startedAt = useRef<number>(undefined)
  const track = useRef<TrackPoint[]>([])
  const dragStart = useRef(0)
  const hintId = useId()
  const percent = (part: number, whole: number): string => `${(part / whole) * 100}%`

  const move = (next: number, timeStamp: number): void => {
    startedAt.current ??= timeStamp
    setX(next)
    if (track.current.length < MAX_TRACK) track.current.push({ x: next, t: Math.round(timeStamp - startedAt.current) })
  }

  const solve = (): void => {
    if (busy === undefined && track.current.length > 0) onSolve(x, track.current)
  }

  return (
    <div className="puzzle">
      <div className="puzzle-stage">
        <img src={puzzle.background} alt="" width={puzzle.width} height={puzzle.height} draggable={false} />
        <img
          className="puzzle-piece"
          src={puzzle.piece}
          alt=""
          draggable={false}
          style={{
            left: percent(x, puzzle.width),
            top: percent(puzzle.pieceTop, puzzle.height),
            width: percent(puzzle.pieceSize, puzzle.width),
          }}
        />
      </div>
      <input
        className="puzzle-range"
        type="range"
        min={0}
        max={puzzle.width - puzzle.pieceSize}
        step={1}
        value={x}
        aria-label="拼图位置"
        aria-describedby={hintId}
        onChange={(event) => move(Number(event.target.value), event.timeStamp)}
        onPointerDown={(event) => {
          // Phones hold back the first pixels of a drag: where and when it began belongs to the track.
          move(x, event.timeStamp)
          dragStart.current = track.current.length
        }}
        onPointerUp={() => {
          if (track.current.length - dragStart.current >= MIN_DRAG) solve()
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          solve()
        }}
      />
      <p className="hint" id={hintId}>
        拖动滑块，把拼图移到缺口处后松开。用键盘时按左右方向键移动，再按回车键核对。
      </p>
      {error !== undefined && (
        <p className="field-error" role="alert">
          <span>{error}</span>
        </p>
      )}
      <div className="button-row">
        {busy !== undefined && <output>{busy}</output>}
        <Button kind="quiet" onClick={onRenew}>
          换一张图
        </Button>
        {alternative}
      </div>
    </div>
  )
}
