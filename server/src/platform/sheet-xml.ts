/** One piece of an XML text: a tag with its attributes still as text, or the characters between two tags. */
export type XmlPiece =
  | { readonly kind: 'open' | 'empty'; readonly name: string; readonly attributes: string }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }

/** `entity`: a document type or entity stands in it (S-096). `damaged`: not XML as spreadsheets write it. */
export class XmlRefused extends Error {
  readonly reason: 'entity' | 'damaged'

  constructor(reason: 'entity' | 'damaged') {
    super(reason)
    this.reason = reason
  }
}

const NAMED = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
])

/** Puts back the five named characters and numbered ones; every other entity is refused, none is ever looked up. */
export function decodeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(/&([^;&]{0,10});?/g, (_whole, name: string) => {
    const known = NAMED.get(name)
    if (known !== undefined) return known
    const numbered = /^#(?:x([\dA-Fa-f]{1,6})|(\d{1,7}))$/.exec(name)
    const code = numbered === null ? Number.NaN : parseInt(numbered[1] ?? numbered[2] ?? '', numbered[1] ? 16 : 10)
    if (!(code > 0 && code <= 0x10ffff)) throw new XmlRefused('entity')
    return String.fromCodePoint(code)
  })
}

/** Writes text so that it stays text; characters XML cannot carry vanish. */
export function encodeXml(text: string): string {
  return (
    text
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex -- these are the very characters XML 1.0 forbids
      .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll('\r', '&#13;')
  )
}

/** The text of a part as UTF-8 without a byte order mark; any other encoding could hide what is refused here. */
export function decodeUtf8(bytes: Buffer): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const encoding = /^<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"']*)/.exec(text)?.[1]
    if (text.includes('\0') || (encoding !== undefined && !/^utf-?8$/i.test(encoding))) throw new XmlRefused('damaged')
    return text
  } catch {
    throw new XmlRefused('damaged')
  }
}

/** Walks through an XML text once, in linear time and without building a tree. Throws `XmlRefused`. */
export function* readXml(text: string): Generator<XmlPiece> {
  let at = 0
  while (at < text.length) {
    const open = text.indexOf('<', at)
    const end = open === -1 ? text.length : open
    if (end > at) yield { kind: 'text', text: decodeXml(text.slice(at, end)) }
    if (open === -1) return
    if (text.startsWith('<!--', open)) {
      at = endOf(text, '-->', open)
      continue
    }
    // A document type, an entity or a CDATA section: spreadsheets write none of them.
    if (text.startsWith('<!', open)) throw new XmlRefused('entity')
    at = endOf(text, '>', open)
    if (!text.startsWith('<?', open)) yield tagOf(text.slice(open + 1, at - 1))
  }
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  if (at === -1) throw new XmlRefused('damaged')
  return at + mark.length
}

function tagOf(inside: string): XmlPiece {
  const parts = /^(\/?)(?:[\w.-]+:)?([\w.-]+)/.exec(inside)
  const name = parts?.[2]
  if (parts === null || name === undefined) throw new XmlRefused('damaged')
  if (parts[1] === '/') return { kind: 'close', name }
  return { kind: inside.endsWith('/') ? 'empty' : 'open', name, attributes: inside.slice(parts[0].length) }
}

/** The value of one attribute, without its prefix's name being looked at. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  const text = value?.[1] ?? value?.[2]
  return text === undefined ? undefined : decodeXml(text)
}
