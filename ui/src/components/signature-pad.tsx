import './signature-pad.css'
import { type PointerEvent, useEffect, useId, useRef, useState } from 'react'
import { drawInk, type InkPoint, isSignature, SHEET_HEIGHT, SHEET_WIDTH, type Stroke } from '../ink.ts'
import { renderSignature } from '../render-signature.ts'
import { Button } from './button.tsx'

export interface SignaturePadProps {
  /** Given a trimmed PNG on transparent ground. */
  readonly onSign: (signature: Blob) => void
  readonly busy?: string | undefined
}

const TOO_SHORT = '签名太短，无法辨认。请写下完整姓名后再提交。'

function pointOf(event: PointerEvent<HTMLCanvasElement>): InkPoint {
  const box = event.currentTarget.getBoundingClientRect()
  return {
    x: ((event.clientX - box.left) / box.width) * SHEET_WIDTH,
    y: ((event.clientY - box.top) / box.height) * SHEET_HEIGHT,
  }
}

/** A sheet to sign by hand, by finger, pen or mouse. The law asks for handwriting, so there is no typed way here. */
export function SignaturePad({ onSign, busy }: SignaturePadProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [strokes, setStrokes] = useState<readonly Stroke[]>([])
  const [pen, setPen] = useState<number>()
  const [error, setError] = useState<string>()
  const hintId = useId()
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (context === null || context === undefined) return
    context.clearRect(0, 0, SHEET_WIDTH, SHEET_HEIGHT)
    drawInk(context, strokes)
  }, [strokes])

  const begin = (event: PointerEvent<HTMLCanvasElement>): void => {
    // One pen at a time: the heel of the hand is not part of the name.
    if (pen !== undefined || busy !== undefined) return
    event.currentTarget.setPointerCapture(event.pointerId)
    setPen(event.pointerId)
    setError(undefined)
    const point = pointOf(event)
    setStrokes((old) => [...old, [point, point]])
  }
  const draw = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (event.pointerId !== pen) return
    const point = pointOf(event)
    setStrokes((old) => [...old.slice(0, -1), [...(old.at(-1) ?? []), point]])
  }
  const end = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (event.pointerId === pen) setPen(undefined)
  }
  const sign = async (): Promise<void> => {
    const signature = isSignature(strokes) ? await renderSignature(strokes) : undefined
    if (signature === undefined) setError(TOO_SHORT)
    else onSign(signature)
  }

  return (
    <div className="signature">
      <p className="hint" id={hintId}>
        请在框内用手指、触控笔或鼠标写下您的姓名，手机横过来写更方便。如无法手写，可到确认点由工作人员协助办理。
      </p>
      <div className="signature-sheet">
        <canvas
          ref={canvas}
          width={SHEET_WIDTH}
          height={SHEET_HEIGHT}
          aria-describedby={hintId}
          onPointerDown={begin}
          onPointerMove={draw}
          onPointerUp={end}
          onPointerCancel={end}
        >
          签名框
        </canvas>
        {strokes.length === 0 && <span className="signature-line">在此签名</span>}
      </div>
      <output className="visually-hidden">{strokes.length === 0 ? '尚未签名' : `已写 ${strokes.length} 笔`}</output>
      {error !== undefined && (
        <p className="field-error" role="alert">
          <span>{error}</span>
        </p>
      )}
      <div className="button-row">
        <Button kind="primary" busy={busy} isDisabled={strokes.length === 0} onClick={() => void sign()}>
          提交签名
        </Button>
        <Button isDisabled={strokes.length === 0} onClick={() => setStrokes((old) => old.slice(0, -1))}>
          撤销一笔
        </Button>
        <Button isDisabled={strokes.length === 0} onClick={() => setStrokes([])}>
          全部重写
        </Button>
      </div>
    </div>
  )
}
