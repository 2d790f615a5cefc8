import { MinusOutlined, PlusOutlined, RedoOutlined } from '@ant-design/icons'
import { Skeleton } from '@xingtan/ui/components/skeleton'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { ScrollRegion } from './scroll-region.tsx'
import './pdf-viewer.css'

const ZOOM_STEP = 0.25
const MOST_ZOOM = 3
const LEAST_ZOOM = 0.5

interface PdfViewerProps {
  readonly title: string
  /** Short-lived address of the file for this officer alone. */
  readonly url: string
}

type Reading = 'reading' | 'shown' | 'failed'

/**
 * A PDF drawn on the page itself, larger, smaller and turned: nothing in it runs, and no frame or plug-in is needed,
 * so the content security policy stays as it is (S-091, S-112).
 */
export function PdfViewer({ title, url }: PdfViewerProps) {
  const [zoom, setZoom] = useState(1)
  const [turn, setTurn] = useState(0)
  return (
    <section className="pdf-viewer" aria-label={title}>
      <div className="pdf-tools">
        <strong>{title}</strong>
        <Button
          size="small"
          icon={<MinusOutlined />}
          aria-label={`缩小${title}`}
          disabled={zoom <= LEAST_ZOOM}
          onClick={() => setZoom(zoom - ZOOM_STEP)}
        />
        <Button
          size="small"
          icon={<PlusOutlined />}
          aria-label={`放大${title}`}
          disabled={zoom >= MOST_ZOOM}
          onClick={() => setZoom(zoom + ZOOM_STEP)}
        />
        <Button
          size="small"
          icon={<RedoOutlined />}
          aria-label={`旋转${title}`}
          onClick={() => setTurn((turn + 90) % 360)}
        />
        <a href={url} target="_blank" rel="noopener">
          在新窗口打开
        </a>
      </div>
      <PdfPages key={url} title={title} url={url} zoom={zoom} turn={turn} />
    </section>
  )
}

interface PagesProps extends PdfViewerProps {
  readonly zoom: number
  readonly turn: number
}

function PdfPages({ title, url, zoom, turn }: PagesProps) {
  const sheet = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<Reading>('reading')
  useEffect(() => {
    const stop = new AbortController()
    const width = sheet.current?.clientWidth ?? 600
    void import('./draw-pdf.ts')
      .then(({ drawPdf }) => drawPdf(url, { width: width * zoom, turn, signal: stop.signal }))
      .then((pages) => {
        if (stop.signal.aborted) return
        for (const [index, page] of pages.entries()) page.setAttribute('aria-label', `${title}第 ${index + 1} 页`)
        sheet.current?.replaceChildren(...pages)
        setState('shown')
      })
      .catch(() => {
        if (!stop.signal.aborted) setState('failed')
      })
    return () => stop.abort()
  }, [title, url, zoom, turn])
  return (
    <ScrollRegion className="pdf-pages" label={`${title}的内容，可以滚动`}>
      {state === 'reading' && <Skeleton lines={8} label={`正在读取${title}`} />}
      {state === 'failed' && (
        <p className="pdf-failed" role="alert">
          文件没有读取成功，请重新打开本件，或在新窗口打开文件。
        </p>
      )}
      <div ref={sheet} className="pdf-sheet" />
    </ScrollRegion>
  )
}
