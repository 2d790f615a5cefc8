const blobNumbers = new WeakMap<Blob, number>()
let lastBlobNumber = 0

function numberOf(blob: Blob): number {
  const known = blobNumbers.get(blob)
  if (known !== undefined) return known
  lastBlobNumber += 1
  blobNumbers.set(blob, lastBlobNumber)
  return lastBlobNumber
}

/** Text that is equal exactly when two inputs mean the same command; two files are the same only if they are one object. */
export function describeIntent(input: unknown): string {
  return JSON.stringify(input, (_name, value: unknown) => {
    if (value instanceof Blob) return `blob:${numberOf(value)}`
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
  })
}
