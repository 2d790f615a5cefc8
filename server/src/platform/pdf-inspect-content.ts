import { inflateSync } from 'node:zlib'

export type PdfRefusal = 'damaged' | 'encrypted' | 'active' | 'too-heavy'
export type PdfInspection =
  | { readonly kind: 'accepted'; readonly pages: number }
  | { readonly kind: 'refused'; readonly reason: PdfRefusal }

/** A scan of a case has a few dozen pages; what unfolds to more is a bomb (S-113). */
export const PDF_PAGES_MAX = 60
const UNPACKED_MAX = 48 * 1_048_576
const STREAMS_MAX = 4000
const PIXELS_MAX = 100_000_000

/** Names that start something or carry a file (S-112). The short ones are looked for outside pictures alone. */
const ACTIVE_LONG =
  /^(JavaScript|OpenAction|Launch|EmbeddedFiles?|RichMedia|XFA|GoToR|GoToE|SubmitForm|ImportData|Rendition|ByteRange)$/
const ACTIVE_SHORT = /^(JS|AA)$/

class Refused extends Error {
  readonly reason: PdfRefusal

  constructor(reason: PdfRefusal) {
    super(reason)
    this.reason = reason
  }
}

/** `#4aavaScript` and `JavaScript` are the same name to a reader. */
function decodeName(name: string): string {
  return name.replaceAll(/#([\dA-Fa-f]{2})/g, (_whole, hex: string) => String.fromCharCode(parseInt(hex, 16)))
}

// oxlint-disable-next-line no-control-regex -- NUL is a white space of PDF
const NAME = /\/([^\u0000\t\n\f\r ()<>[\]{}/%]{1,127})/g

function scanNames(text: string, includesShort: boolean): void {
  for (const [, raw = ''] of text.matchAll(NAME)) {
    const name = raw.includes('#') ? decodeName(raw) : raw
    if (ACTIVE_LONG.test(name) || (includesShort && ACTIVE_SHORT.test(name))) throw new Refused('active')
  }
}

interface Stream {
  readonly dictionary: string
  readonly body: Buffer
}

/** What lies between `stream` and `endstream`, and the text around; read by the words themselves, not by offsets. */
function split(bytes: Buffer): { outside: string; streams: Stream[] } {
  const outside: string[] = []
  const streams: Stream[] = []
  let at = 0
  for (;;) {
    const word = bytes.indexOf('stream', at, 'latin1')
    const end = word === -1 ? -1 : bytes.indexOf('endstream', word + 6, 'latin1')
    if (word === -1 || end === -1) break
    const before = bytes.subarray(at, word).toString('latin1')
    outside.push(before)
    const newline = bytes[word + 6] === 13 ? 8 : 7
    streams.push({ dictionary: before.slice(before.lastIndexOf('obj') + 3), body: bytes.subarray(word + newline, end) })
    if (streams.length > STREAMS_MAX) throw new Refused('too-heavy')
    at = end + 9
  }
  outside.push(bytes.subarray(at).toString('latin1'))
  return { outside: outside.join('\n'), streams }
}

function filtersOf(dictionary: string): string[] {
  const value = /\/(?:Filter|F)\s*(\[[^\]]*\]|\/[^\s/<>[\]()]+)/.exec(decodeName(dictionary))?.[1] ?? ''
  return [...value.matchAll(/\/([^\s/<>[\]()]+)/g)].map(([, name = '']) => name)
}

function refuseGiantPicture(dictionary: string): void {
  const sideOf = (name: string) => Number(new RegExp(`/${name}\\s+(\\d{1,10})`).exec(dictionary)?.[1] ?? 0)
  if (sideOf('Width') * sideOf('Height') > PIXELS_MAX) throw new Refused('too-heavy')
}

const isFlate = (name: string | undefined) => name === 'FlateDecode' || name === 'Fl'

/** Unfolds what can hide names, out of one allowance for the whole file; answers how much is left. */
function scanStream({ dictionary, body }: Stream, allowance: number): { left: number; objects: string } {
  const filters = filtersOf(dictionary)
  const isObjects = /\/ObjStm\b/.test(decodeName(dictionary))
  refuseGiantPicture(dictionary)
  scanNames(body.toString('latin1'), false)
  if (filters.filter(isFlate).length > 1) throw new Refused('too-heavy')
  // Objects behind anything but one plain Flate cannot be looked at.
  if (isObjects && (filters.length !== 1 || !isFlate(filters[0]) || /\/Predictor/.test(dictionary))) {
    throw new Refused('active')
  }
  if (!isFlate(filters[0])) return { left: allowance, objects: '' }
  const unfolded = inflate(body, allowance)
  const text = unfolded.toString('latin1')
  scanNames(text, isObjects)
  return { left: allowance - unfolded.length, objects: isObjects ? text : '' }
}

function inflate(body: Buffer, allowance: number): Buffer {
  try {
    return inflateSync(body, { maxOutputLength: Math.max(1, allowance) })
  } catch (error) {
    const isBomb = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new Refused(isBomb ? 'too-heavy' : 'damaged')
  }
}

/** An older table that points to itself keeps some readers busy for ever. */
function refuseLoop(outside: string): void {
  const earlier = [...outside.matchAll(/\/Prev\s+(\d+)/g)].map(([, offset]) => offset)
  if (earlier.length > 50 || new Set(earlier).size !== earlier.length) throw new Refused('damaged')
}

function inspect(bytes: Buffer): number {
  const { outside, streams } = split(bytes)
  if (/\/Encrypt\b/.test(decodeName(outside))) throw new Refused('encrypted')
  scanNames(outside, true)
  refuseLoop(outside)
  let allowance = UNPACKED_MAX
  let objects = outside
  for (const stream of streams) {
    if (/\/Encrypt\b/.test(decodeName(stream.dictionary))) throw new Refused('encrypted')
    const { left, objects: more } = scanStream(stream, allowance)
    allowance = left
    objects += more
  }
  const pages = [...objects.matchAll(/\/Type\s*\/Page(?![A-Za-z])/g)].length
  const counted = [...objects.matchAll(/\/Count\s+(\d{1,9})/g)].map(([, count]) => Number(count))
  if (Math.max(pages, ...counted) > PDF_PAGES_MAX) throw new Refused('too-heavy')
  if (pages === 0) throw new Refused('damaged')
  return pages
}

/** What the bytes of a PDF hold, without running, drawing or following anything in it. */
export function inspectPdfContent(bytes: Buffer): PdfInspection {
  const isPdf =
    /^%PDF-[12]\.\d/.test(bytes.subarray(0, 8).toString('latin1')) && bytes.subarray(-1024).includes('%%EOF')
  if (!isPdf) return { kind: 'refused', reason: 'damaged' }
  try {
    return { kind: 'accepted', pages: inspect(bytes) }
  } catch (error) {
    if (error instanceof Refused) return { kind: 'refused', reason: error.reason }
    throw error
  }
}
