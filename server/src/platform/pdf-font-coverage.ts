/** Answers whether a font can draw a character. */
export type FontCoverage = (codePoint: number) => boolean

interface Range {
  first: number
  last: number
}

const HEADER_BYTES = 12
const TABLE_RECORD_BYTES = 16

function findTable(font: Buffer, tag: string): number {
  const tables = font.readUInt16BE(4)
  for (let index = 0; index < tables; index += 1) {
    const record = HEADER_BYTES + index * TABLE_RECORD_BYTES
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8)
  }
  throw new Error(`The font has no table "${tag}".`)
}

/** Where the subtable for all of Unicode (format 12, OpenType specification "cmap") begins. */
function findUnicodeSubtable(font: Buffer): number {
  const cmap = findTable(font, 'cmap')
  const records = font.readUInt16BE(cmap + 2)
  for (let index = 0; index < records; index += 1) {
    const subtable = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4)
    if (font.readUInt16BE(subtable) === 12) return subtable
  }
  throw new Error('The font does not map all of Unicode.')
}

/**
 * Reads which characters a TrueType font maps to a glyph. A name whose character is not among them
 * would be printed as an empty box, which nobody at a counter would notice.
 */
export function readFontCoverage(font: Buffer): FontCoverage {
  const subtable = findUnicodeSubtable(font)
  const groups = font.readUInt32BE(subtable + 12)
  const ranges: Range[] = Array.from({ length: groups }, (_, index) => {
    const group = subtable + 16 + index * 12
    return { first: font.readUInt32BE(group), last: font.readUInt32BE(group + 4) }
  })
  return (codePoint) => {
    let [low, high] = [0, ranges.length - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const range = ranges[middle]
      if (range === undefined) return false
      if (codePoint < range.first) high = middle - 1
      else if (codePoint > range.last) low = middle + 1
      else return true
    }
    return false
  }
}
