import { crc32, inflateRawSync } from 'node:zlib'

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50

interface Part {
  readonly name: string
  readonly content: Buffer
}

/** The parts of a spreadsheet file, unpacked. */
function unpack(file: Buffer): Part[] {
  const parts: Part[] = []
  let at = file.readUInt32LE(file.lastIndexOf(Buffer.from('PK\u0005\u0006')) + 16)
  while (file.readUInt32LE(at) === CENTRAL) {
    const method = file.readUInt16LE(at + 10)
    const packed = file.readUInt32LE(at + 20)
    const nameLength = file.readUInt16LE(at + 28)
    const tail = file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
    const local = file.readUInt32LE(at + 42)
    const name = file.toString('utf8', at + 46, at + 46 + nameLength)
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const bytes = file.subarray(start, start + packed)
    parts.push({ name, content: method === 0 ? bytes : inflateRawSync(bytes) })
    at += 46 + nameLength + tail
  }
  return parts
}

/** The same parts as a file, not compressed. */
function pack(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const { name, content } of parts) {
    const nameBytes = Buffer.from(name)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt32LE(crc32(content), 10)
    facts.writeUInt32LE(content.length, 14)
    facts.writeUInt32LE(content.length, 18)
    facts.writeUInt16LE(nameBytes.length, 22)
    const head = Buffer.alloc(4)
    head.writeUInt32LE(LOCAL)
    locals.push(head, facts, nameBytes, content)
    const central = Buffer.alloc(6)
    central.writeUInt32LE(CENTRAL)
    central.writeUInt16LE(20, 4)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    centrals.push(central, facts, rest, nameBytes)
    offset += 30 + nameBytes.length + content.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

const SHEET = 'xl/worksheets/sheet1.xml'

/** Writes texts into empty cells as somebody at a desk would: for each row that holds `key`, the cell in this place. */
export function fillSheet(
  file: Buffer,
  cells: readonly { readonly key: string; readonly place: number; readonly text: string }[],
): Buffer {
  return pack(
    unpack(file).map(({ name, content }) => {
      if (name !== SHEET) return { name, content }
      const text = content.toString('utf8').replaceAll(/<row>.*?<\/row>/g, (row) => {
        const wanted = cells.find(({ key }) => row.includes(`>${key}<`))
        if (wanted === undefined) return row
        let place = -1
        return row.replaceAll(/<c [^>]*?(\/>|>.*?<\/c>)/g, (cell) => {
          place += 1
          if (place !== wanted.place) return cell
          return `<c s="1" t="inlineStr"><is><t xml:space="preserve">${wanted.text}</t></is></c>`
        })
      })
      return { name, content: Buffer.from(text) }
    }),
  )
}

/** Writes rows of texts below what is there, as a hospital fills the sheet it was given. */
export function appendRows(file: Buffer, rows: readonly (readonly string[])[]): Buffer {
  const cell = (text: string) => `<c s="1" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
  const written = rows.map((cells) => `<row>${cells.map(cell).join('')}</row>`).join('')
  return pack(
    unpack(file).map(({ name, content }) => {
      if (name !== SHEET) return { name, content }
      return { name, content: Buffer.from(content.toString('utf8').replace('</sheetData>', `${written}</sheetData>`)) }
    }),
  )
}
