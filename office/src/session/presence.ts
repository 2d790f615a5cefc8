/** A page that asks again by itself stops when nobody has touched it for this long, so that idle sessions end. */
const PRESENT_MS = 5 * 60_000

let lastInputAt = 0

function noteInput(): void {
  lastInputAt = Date.now()
}

/** Starts to watch keys and pointer of this page; once, when the site starts. */
export function watchPresence(page: Document): void {
  noteInput()
  for (const kind of ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const)
    page.addEventListener(kind, noteInput, { passive: true, capture: true })
}

/** Period for `refetchInterval` while somebody is at the page; false when nobody is (S-022: idle sessions must end). */
export function whilePresent(periodMs: number): number | false {
  return Date.now() - lastInputAt < PRESENT_MS ? periodMs : false
}
