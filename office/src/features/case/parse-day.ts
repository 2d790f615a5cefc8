/**
 * A day as an officer types it (`20261118`, `2026-11-18`, `2026/11/18`, `2026.11.18`, `2026年11月18日`) as `2026-11-18`;
 * undefined when there is no such day.
 */
export function parseDay(text: string): string | undefined {
  const match = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(text.trim())
  if (match === null) return undefined
  const [year = '', month = '', day = ''] = match.slice(1)
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const instant = new Date(`${written}T00:00:00Z`)
  // The calendar of the platform rolls February 30 over into March: only a day that stays itself exists.
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(written) ? written : undefined
}

/**
 * The same, and `1008` as the latest 8 October that is not after `today` (`YYYY-MM-DD`): a desk types the day of a
 * medical examination hundreds of times.
 */
export function parseRecentDay(text: string, today: string): string | undefined {
  const year = Number(today.slice(0, 4))
  const match = /^(\d{2})[-/.]?(\d{2})$/.exec(text.trim())
  if (match === null) return parseDay(text)
  const candidates = [year, year - 1].map((one) => parseDay(`${one}${match[1]}${match[2]}`))
  return candidates.find((day) => day !== undefined && day <= today)
}
