/** The one mark: an apricot branch over four terrace steps, in the colour of the text around it. */
export function BrandMark({ size = 40 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 48 48" fill="none" aria-hidden="true" focusable="false">
      <g stroke="currentColor" strokeWidth="2.6" strokeLinecap="round" strokeLinejoin="round">
        <path d="M3 44h42M9 38.4h30M14.5 32.8h19M19.5 27.2h9" />
        <path d="M24 27V20.5c0-4.5 2-8.5 6.5-11.5 2-1.4 4.6-2.4 7.5-3" />
        <path d="M24.2 19.5c-2.8-3.2-6-5-10.2-5.5" />
      </g>
      <g fill="currentColor">
        <circle cx="11" cy="13.2" r="3.2" />
        <circle cx="20.5" cy="11" r="2.6" />
        <circle cx="40.5" cy="5.4" r="3.2" />
        <circle cx="29" cy="4.8" r="2.3" />
        <circle cx="36.5" cy="13" r="2.3" />
      </g>
    </svg>
  )
}
