/** One moment of a drag: pixels from the start, milliseconds from the first touch. */
export interface TrackPoint {
  x: number
  t: number
}

const POINTS_MIN = 5
const POINTS_MAX = 500
const DURATION_MIN_MS = 200
const DURATION_MAX_MS = 60_000
const START_MAX_PX = 12
/** No hand crosses more of the way between two reports of the pointer. */
const LARGEST_LEAP = 0.6
/** A script moves evenly; a hand, or a held arrow key, never does to the tenth of a pixel a millisecond. */
const SPEED_SPREAD_MIN = 0.02

function isOrdered(track: readonly TrackPoint[]): boolean {
  return track.every(({ x, t }, index) => {
    const before = track[index - 1]
    return Number.isFinite(x) && Number.isFinite(t) && t >= (before?.t ?? 0)
  })
}

function largestLeap(track: readonly TrackPoint[]): number {
  return Math.max(...track.map(({ x }, index) => Math.abs(x - (track[index - 1]?.x ?? x))))
}

/** Spread of the speed between reports as a share of the mean speed; 0 when it never changes. */
function speedSpread(track: readonly TrackPoint[]): number {
  const speeds = track.flatMap(({ x, t }, index) => {
    const before = track[index - 1]
    return before === undefined || t === before.t ? [] : [(x - before.x) / (t - before.t)]
  })
  if (speeds.length === 0) return 0
  const mean = speeds.reduce((sum, speed) => sum + speed, 0) / speeds.length
  const variance = speeds.reduce((sum, speed) => sum + (speed - mean) ** 2, 0) / speeds.length
  return mean === 0 ? 0 : Math.sqrt(variance) / Math.abs(mean)
}

/**
 * Whether a drag ends at `x` (within `tolerance` pixels) and could have been made by a hand. It keeps out
 * the plainest scripts; what stops a determined one are the limits behind it. Case S-015.
 */
export function isHumanTrack(track: readonly TrackPoint[], x: number, tolerance = 4): boolean {
  const [first] = track
  const last = track.at(-1)
  if (first === undefined || last === undefined) return false
  if (track.length < POINTS_MIN || track.length > POINTS_MAX || !isOrdered(track)) return false
  const duration = last.t - first.t
  if (duration < DURATION_MIN_MS || duration > DURATION_MAX_MS) return false
  if (Math.abs(first.x) > START_MAX_PX || Math.abs(last.x - x) > tolerance) return false
  return largestLeap(track) <= Math.abs(x) * LARGEST_LEAP && speedSpread(track) >= SPEED_SPREAD_MIN
}
