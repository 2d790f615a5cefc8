const PATHS = {
  ok: 'M4 12.5l5 5L20 6.5',
  warn: 'M12 6v8M12 18v.2',
  stop: 'M6 6l12 12M18 6L6 18',
  wait: 'M12 6v6.5l4 2.5',
  info: 'M12 11v7M12 6.5v.2',
  next: 'M9 5l7 7-7 7',
  down: 'M5 9l7 7 7-7',
  menu: 'M4 6h16M4 12h16M4 18h16',
} as const

export type IconName = keyof typeof PATHS

/** A line symbol in the colour of its text. Always beside words, so it is hidden from assistive technology. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}
