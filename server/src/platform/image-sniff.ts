import { findImageFormat } from './image.ts'

export type FileKind = 'jpeg' | 'png' | 'pdf'

/** `name`: the name plays tricks. `extension`: not a kind we take. `content`: the bytes are not what the name says. */
export type SniffRefusal = 'name' | 'extension' | 'content'

export type SniffResult = { kind: FileKind } | { kind: 'refused'; reason: SniffRefusal }

const KIND_BY_EXTENSION = new Map<string, FileKind>([
  ['jpg', 'jpeg'],
  ['jpeg', 'jpeg'],
  ['png', 'png'],
  ['pdf', 'pdf'],
])

const NAME_LENGTH_MAX = 255
/** Control and direction characters, path separators and percent escapes: none belongs in a file's name. */
const NAME_TRICK = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\:*?"<>|]|%[0-9a-f]{2}/iu
/** A program's ending hidden before the last one, as in "a.exe.pdf". */
const HIDDEN_PROGRAM = /\.(exe|com|scr|bat|cmd|js|vbs|jar|msi|html?|php|sh|ps1|lnk|zip)\./i

const ZIP_END = Buffer.from('PK\u0005\u0006', 'latin1')
const ZIP_ENTRY = Buffer.from('PK\u0001\u0002', 'latin1')
const ZIP_END_BYTES = 22
const ZIP_COMMENT_MAX = 65_535

function isHonestName(name: string): boolean {
  if (name !== name.trim() || name.endsWith('.') || name.startsWith('.')) return false
  if (name.length > NAME_LENGTH_MAX) return false
  return !NAME_TRICK.test(name) && !HIDDEN_PROGRAM.test(name)
}

/** Whether a ZIP directory closes the file: then it is also an archive or a Java program (GIFAR). */
function isAlsoZip(bytes: Buffer): boolean {
  const from = Math.max(0, bytes.length - ZIP_END_BYTES - ZIP_COMMENT_MAX)
  for (let at = bytes.indexOf(ZIP_END, from); at !== -1; at = bytes.indexOf(ZIP_END, at + 1)) {
    if (at + ZIP_END_BYTES > bytes.length) return false
    const directory = at - bytes.readUInt32LE(at + 12)
    if (directory >= 0 && bytes.subarray(directory, directory + 4).equals(ZIP_ENTRY)) return true
  }
  return false
}

function findKind(bytes: Buffer): FileKind | undefined {
  if (!/^%PDF-[12]\.\d/.test(bytes.subarray(0, 8).toString('latin1'))) return findImageFormat(bytes)
  return bytes.subarray(-1024).includes('%%EOF') ? 'pdf' : undefined
}

/**
 * What an uploaded file is, when its name and its bytes agree; the name is then forgotten.
 * The content still has to be parsed by whoever uses it. Cases S-111, S-115.
 */
export function sniffFile(bytes: Uint8Array, claimedName: string): SniffResult {
  if (!isHonestName(claimedName)) return { kind: 'refused', reason: 'name' }
  const extension = /\.([^.]+)$/.exec(claimedName)?.[1]?.toLowerCase() ?? ''
  const expected = KIND_BY_EXTENSION.get(extension)
  if (expected === undefined) return { kind: 'refused', reason: 'extension' }
  const content = Buffer.from(bytes)
  if (findKind(content) !== expected || isAlsoZip(content)) return { kind: 'refused', reason: 'content' }
  return { kind: expected }
}
