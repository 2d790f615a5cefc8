import './photo-cropper.css'
import { useEffect, useRef, useState } from 'react'
import { checkPhoto, type PhotoCheck } from '../check-photo.ts'
import type { CropView, SourceRect } from '../crop-geometry.ts'
import { renderPhoto } from '../render-photo.ts'
import { Button } from './button.tsx'
import { CropStage } from './crop-stage.tsx'
import { FileField } from './file-field.tsx'
import { Icon } from './icon.tsx'

interface Result {
  readonly blob: Blob
  readonly url: string
  readonly checks: readonly PhotoCheck[]
  readonly view: CropView
}

export interface PhotoCropperProps {
  readonly id: string
  /** Given the finished 295 × 413 JPEG of at most 180,000 bytes. */
  readonly onPhoto: (photo: Blob) => void
  readonly error?: string | undefined
  /** What happens with the photo right now, for example `正在上传`. */
  readonly busy?: string | undefined
}

const UNREADABLE = '无法读取这个文件。请选择 JPG 或 PNG 格式的照片；苹果手机的 HEIC 照片请先另存为 JPG。'

function ResultView(props: {
  readonly result: Result
  readonly busy: string | undefined
  readonly onUse: () => void
  readonly onBack: () => void
}) {
  const { result, busy, onUse, onBack } = props
  const checks = useRef<HTMLUListElement>(null)
  // What was found is read out at once; the button that led here is gone.
  useEffect(() => checks.current?.focus(), [])
  return (
    <div className="cropper">
      <div className="crop-frame">
        <img src={result.url} alt="裁剪后的证件照" width={295} height={413} />
      </div>
      <div className="crop-controls">
        <ul className="photo-checks" ref={checks} tabIndex={-1} aria-label="照片检查结果">
          {result.checks.map(({ name, tone, sentence }) => (
            <li className={`photo-check photo-check-${tone}`} key={name}>
              <Icon name={tone} />
              <strong>{name}</strong>
              <span>{sentence}</span>
            </li>
          ))}
        </ul>
        <div className="button-row">
          <Button kind="primary" busy={busy} onClick={onUse}>
            使用这张照片
          </Button>
          <Button onClick={onBack}>重新调整</Button>
        </div>
      </div>
    </div>
  )
}

/** Any picture in, a photo that meets every published limit out: nobody has to reach them by hand (APP-5). */
export function PhotoCropper({ id, onPhoto, error, busy }: PhotoCropperProps) {
  const [bitmap, setBitmap] = useState<ImageBitmap>()
  const [view, setView] = useState<CropView>()
  const [result, setResult] = useState<Result>()
  const [failure, setFailure] = useState<string>()
  const [isRendering, setIsRendering] = useState(false)
  useEffect(() => () => bitmap?.close(), [bitmap])
  const url = result?.url
  useEffect(() => () => (url === undefined ? undefined : URL.revokeObjectURL(url)), [url])

  const choose = async (file: File): Promise<void> => {
    setResult(undefined)
    setView(undefined)
    try {
      setBitmap(await createImageBitmap(file))
      setFailure(undefined)
    } catch {
      setBitmap(undefined)
      setFailure(UNREADABLE)
    }
  }

  const crop = async (source: ImageBitmap, sourceRect: SourceRect, chosen: CropView): Promise<void> => {
    setIsRendering(true)
    setView(chosen)
    try {
      const { blob, whiteShare } = await renderPhoto(source, sourceRect)
      const checks = checkPhoto({ bytes: blob.size, whiteShare, sourceRect })
      setResult({ blob, url: URL.createObjectURL(blob), checks, view: chosen })
    } catch {
      setFailure('浏览器无法处理这张照片，请换一张照片或换一个浏览器再试。')
    } finally {
      setIsRendering(false)
    }
  }

  if (result !== undefined) {
    return (
      <ResultView result={result} busy={busy} onUse={() => onPhoto(result.blob)} onBack={() => setResult(undefined)} />
    )
  }
  if (bitmap !== undefined) {
    return (
      <CropStage
        bitmap={bitmap}
        initialView={view}
        isRendering={isRendering}
        onCrop={(rect, chosen) => void crop(bitmap, rect, chosen)}
        onCancel={() => setBitmap(undefined)}
      />
    )
  }
  return (
    <FileField
      id={id}
      label="选择照片"
      hint="近期免冠正面彩色白底证件照。手机拍摄的照片也可以，下一步可以裁剪，尺寸和大小会自动处理。"
      accept="image/jpeg,image/png,image/webp,image/*"
      error={failure ?? error}
      onChoose={(file) => void choose(file)}
    />
  )
}
