import { create } from 'qrcode'
import { useMemo } from 'react'

export interface QrCodeProps {
  readonly text: string
  /** What scanning does, for people who cannot see the picture. */
  readonly label: string
  /** Edge in pixels. */
  readonly size?: number
}

/** Light modules around the code that scanners need (ISO/IEC 18004: four). */
const QUIET = 4

/** A QR code as one path, sharp at every size and on paper. */
export function QrCode({ text, label, size = 200 }: QrCodeProps) {
  const { path, edge } = useMemo(() => {
    const { modules } = create(text, { errorCorrectionLevel: 'M' })
    const dark = Array.from({ length: modules.size ** 2 }, (_module, index) => index).filter((index) =>
      Boolean(modules.data[index]),
    )
    const square = (index: number): string =>
      `M${(index % modules.size) + QUIET} ${Math.floor(index / modules.size) + QUIET}h1v1h-1z`
    return { path: dark.map(square).join(''), edge: modules.size + 2 * QUIET }
  }, [text])
  return (
    <svg role="img" aria-label={label} width={size} height={size} viewBox={`0 0 ${edge} ${edge}`}>
      <rect width={edge} height={edge} fill="#ffffff" />
      <path d={path} fill="#1a2233" shapeRendering="crispEdges" />
    </svg>
  )
}
