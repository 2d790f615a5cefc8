/** Today's legal day in Asia/Shanghai, 'YYYY-MM-DD': journeys run on the real day. */
export function shanghaiDay(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
}
