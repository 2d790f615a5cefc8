import { MinusOutlined, PlusOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { ScrollRegion } from '../../components/scroll-region.tsx'

const ZOOM_STEP = 0.5
const MOST_ZOOM = 4

interface PictureProps {
  readonly title: string
  readonly url: string | null
  readonly shape: 'portrait' | 'wide'
  /** What is said when there is no picture. */
  readonly missing: string
}

/** A picture to compare with paper: larger, smaller, turned by a quarter. */
export function PictureViewer({ title, url, shape, missing }: PictureProps) {
  const [zoom, setZoom] = useState(1)
  const [turn, setTurn] = useState(0)
  const [isBroken, setIsBroken] = useState(false)
  const reset = () => {
    setZoom(1)
    setTurn(0)
  }
  if (url === null || isBroken) {
    return (
      <figure className={`picture picture-${shape}`}>
        <figcaption>{title}</figcaption>
        <div className="picture-frame picture-none">
          {url === null ? missing : '图片没有读取成功，请重新读取本件。'}
        </div>
      </figure>
    )
  }
  return (
    <figure className={`picture picture-${shape}`}>
      <figcaption>
        {title}
        <span className="picture-tools">
          <Button
            size="small"
            icon={<MinusOutlined />}
            aria-label={`缩小${title}`}
            disabled={zoom <= 1}
            onClick={() => setZoom(zoom - ZOOM_STEP)}
          />
          <Button
            size="small"
            icon={<PlusOutlined />}
            aria-label={`放大${title}`}
            disabled={zoom >= MOST_ZOOM}
            onClick={() => setZoom(zoom + ZOOM_STEP)}
          />
          <Button size="small" icon={<RedoOutlined />} aria-label={`旋转${title}`} onClick={() => setTurn(turn + 90)} />
          <Button
            size="small"
            icon={<UndoOutlined />}
            aria-label={`还原${title}`}
            disabled={zoom === 1 && turn % 360 === 0}
            onClick={reset}
          />
        </span>
      </figcaption>
      <ScrollRegion className="picture-frame" label={`${title}，放大后可以滚动`}>
        <img
          src={url}
          alt={title}
          style={{ width: `${zoom * 100}%`, height: `${zoom * 100}%`, rotate: `${turn}deg` }}
          onError={() => setIsBroken(true)}
        />
      </ScrollRegion>
    </figure>
  )
}
