const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** Plain words for the time left between two instants: `还剩 12 天`, `还剩 2 天 5 小时`, `还剩 38 分钟`, `已经结束`. */
export function describeRemaining(now: Date, end: Date): string {
  const left = end.getTime() - now.getTime()
  if (left <= 0) return '已经结束'
  if (left < MINUTE_MS) return '不到 1 分钟'
  const days = Math.floor(left / DAY_MS)
  const hours = Math.floor((left % DAY_MS) / HOUR_MS)
  const minutes = Math.floor((left % HOUR_MS) / MINUTE_MS)
  if (days >= 3) return `还剩 ${days} 天`
  if (days > 0) return hours === 0 ? `还剩 ${days} 天` : `还剩 ${days} 天 ${hours} 小时`
  if (hours > 0) return minutes === 0 ? `还剩 ${hours} 小时` : `还剩 ${hours} 小时 ${minutes} 分钟`
  return `还剩 ${minutes} 分钟`
}
