import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

export interface ZipPart {
  readonly name: string
  readonly content: Buffer
}

/** One entry of the directory at the end of an archive; nothing is unpacked until `unpack` is called. */
export interface PackedPart {
  readonly name: string
  readonly size: number
  unpack(sizeMax: number): Buffer
}

const LOCAL = 0x04034b50
const ENTRY = 0x02014b50
const END = 0x06054b50
const END_BYTES = 22
const COMMENT_MAX = 65_535
const UTF8 = 0x0800
const ENCRYPTED = 0x0001
const DEFLATE = 8
/** 1980-01-01, so that the same rows give the same bytes and no file tells when somebody worked. */
const DOS_DAY = 0x0021

function headerOf(part: ZipPart, packed: Buffer): Buffer {
  const header = Buffer.alloc(26)
  header.writeUInt16LE(20, 0)
  header.writeUInt16LE(UTF8, 2)
  header.writeUInt16LE(DEFLATE, 4)
  header.writeUInt16LE(DOS_DAY, 8)
  header.writeUInt32LE(crc32(part.content), 10)
  header.writeUInt32LE(packed.length, 14)
  header.writeUInt32LE(part.content.length, 18)
  header.writeUInt16LE(Buffer.byteLength(part.name), 22)
  return header
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/** Packs the parts into one archive without times, users or comments. */
export function packZip(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const packed = deflateRawSync(part.content, { level: 6 })
    const header = headerOf(part, packed)
    const name = Buffer.from(part.name)
    const local = Buffer.concat([word(LOCAL), header, name, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([word(ENTRY), Buffer.from([20, 0]), header, tail, name]))
    bodies.push(local)
    offset += local.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(END_BYTES)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, list, end])
}

function findEnd(bytes: Buffer): number | undefined {
  const first = Math.max(0, bytes.length - END_BYTES - COMMENT_MAX)
  for (let at = bytes.length - END_BYTES; at >= first; at -= 1) if (bytes.readUInt32LE(at) === END) return at
  return undefined
}

function contentOf(bytes: Buffer, offset: number, packedSize: number): Buffer | undefined {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) return undefined
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  return start + packedSize > bytes.length ? undefined : bytes.subarray(start, start + packedSize)
}

function readEntry(bytes: Buffer, at: number): { part: PackedPart; next: number } | undefined {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) return undefined
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28)
  const method = bytes.readUInt16LE(at + 10)
  const size = bytes.readUInt32LE(at + 24)
  const packed = contentOf(bytes, bytes.readUInt32LE(at + 42), bytes.readUInt32LE(at + 20))
  if (packed === undefined || (bytes.readUInt16LE(at + 8) & ENCRYPTED) !== 0) return undefined
  if (method !== 0 && method !== DEFLATE) return undefined
  return {
    part: {
      name: bytes.subarray(at + 46, nameEnd).toString('utf8'),
      size,
      // What the directory claims is not believed: inflating stops at the cap (S-096).
      unpack: (sizeMax) => (method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, sizeMax) })),
    },
    next: nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32),
  }
}

/** The parts of an archive, or nothing when it is none we can read: damaged, encrypted, too many parts. */
export function readZip(bytes: Buffer, partsMax: number): PackedPart[] | undefined {
  const end = bytes.length < END_BYTES ? undefined : findEnd(bytes)
  if (end === undefined) return undefined
  const count = bytes.readUInt16LE(end + 10)
  if (count === 0 || count > partsMax) return undefined
  const parts: PackedPart[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    const entry = readEntry(bytes, at)
    if (entry === undefined) return undefined
    parts.push(entry.part)
    at = entry.next
  }
  return parts
}
