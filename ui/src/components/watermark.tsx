import './watermark.css'
import { useId } from 'react'

/** Name and time over screens with personal data, at 6 % ink, also on paper. `text` changes at most once a minute. */
export function Watermark({ text }: { readonly text: string }) {
  const patternId = useId()
  const width = Array.from(text).length * 16 + 80
  return (
    <svg className="watermark" width="100%" height="100%" aria-hidden="true" focusable="false">
      <defs>
        <pattern id={patternId} width={width} height="160" patternUnits="userSpaceOnUse" patternTransform="rotate(-20)">
          <text x="20" y="60" fontSize="16" fill="currentColor">
            {text}
          </text>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${patternId})`} />
    </svg>
  )
}
