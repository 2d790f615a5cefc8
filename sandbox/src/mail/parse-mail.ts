export interface ParsedMail {
  readonly messageId: string
  readonly from: string
  readonly subject: string
  readonly text: string
}

function decodeQuotedPrintable(text: string): Buffer {
  const joined = text.replaceAll(/=\r?\n/g, '')
  const bytes: number[] = []
  for (let at = 0; at < joined.length; at += 1) {
    const hex = /^=([\dA-F]{2})/i.exec(joined.slice(at, at + 3))
    bytes.push(hex?.[1] === undefined ? joined.charCodeAt(at) & 0xff : Number.parseInt(hex[1], 16))
    if (hex) at += 2
  }
  return Buffer.from(bytes)
}

/** Encoded words of RFC 2047, such as `=?UTF-8?B?…?=`; neighbours are joined before decoding. */
function decodeWords(value: string): string {
  const joined = value.replaceAll(/\?=\s+=\?/g, '?==?')
  const runs = joined.replaceAll(/(?:=\?utf-8\?([bq])\?[^?]*\?=)+/gi, (run) => {
    const parts = [...run.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)].map(([, kind = '', body = '']) =>
      kind.toLowerCase() === 'b' ? Buffer.from(body, 'base64') : decodeQuotedPrintable(body.replaceAll('_', ' ')),
    )
    return Buffer.concat(parts).toString('utf8')
  })
  return runs
}

function split(source: string): { headers: Map<string, string>; body: string } {
  const [head = '', ...rest] = source.split(/\r?\n\r?\n/)
  const headers = new Map<string, string>()
  for (const line of head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim())
  }
  return { headers, body: rest.join('\r\n\r\n') }
}

function readText(source: string): string {
  const { headers, body } = split(source)
  const type = headers.get('content-type') ?? 'text/plain'
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1]
  if (boundary !== undefined) {
    const parts = body.split(`--${boundary}`).slice(1, -1)
    const plain = parts.find((part) => /content-type:\s*(text\/plain|multipart\/)/i.test(part)) ?? parts[0] ?? ''
    return readText(plain.replace(/^\r?\n/, ''))
  }
  const encoding = (headers.get('content-transfer-encoding') ?? '7bit').toLowerCase()
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  if (encoding === 'quoted-printable') return decodeQuotedPrintable(body).toString('utf8')
  return Buffer.from(body, 'latin1').toString('utf8')
}

/** What the inbox shows of a mail: enough MIME for messages of this system, which are plain text or text beside HTML. */
export function parseMail(source: Buffer): ParsedMail {
  const text = source.toString('latin1')
  const { headers } = split(text)
  const header = (name: string) => decodeWords(headers.get(name) ?? '')
  return {
    messageId: header('message-id'),
    from: header('from'),
    subject: header('subject'),
    text: readText(text).trim(),
  }
}
