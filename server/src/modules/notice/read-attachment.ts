import { decodeImage, inspectImage } from '../../platform/image.ts'
import { sniffFile } from '../../platform/image-sniff.ts'
import { inspectPdf } from '../../platform/pdf-inspect.ts'
import { readDocumentText } from '../../platform/personal-data-scan.ts'
import { problem } from '../../platform/problem.ts'

const OOXML = 'application/vnd.openxmlformats-officedocument'
const KINDS = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  xlsx: `${OOXML}.spreadsheetml.sheet`,
  docx: `${OOXML}.wordprocessingml.document`,
} as const
type Kind = keyof typeof KINDS
const MAX_BYTES = 5 * 1_048_576

export interface ReadAttachment {
  readonly bytes: Buffer
  readonly mediaType: string
  readonly text: string
  readonly hasPictures: boolean
}

const bad = (code: 'kind' | 'name' | 'active' | 'unreadable') =>
  problem(`notice.attachment-${code}`, { field: 'attachmentIds' })

/** Office files are told by their ending here and by what is in them when their words are read. */
function kindOf(bytes: Buffer, fileName: string): Kind {
  const office = /\.(xlsx|docx)$/i.exec(fileName)?.[1]?.toLowerCase()
  // The name is judged by the same rules as that of any other file.
  const sniffed = sniffFile(bytes, office === undefined ? fileName : fileName.replace(/\.\w+$/, '.pdf'))
  if (office === undefined) {
    if (sniffed.kind === 'refused') throw bad(sniffed.reason === 'extension' ? 'kind' : 'name')
    return sniffed.kind
  }
  if (sniffed.kind === 'refused' && sniffed.reason === 'name') throw bad('name')
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') throw bad('name')
  return office === 'xlsx' ? 'xlsx' : 'docx'
}

/** A picture made anew from its pixels: place, camera and author do not go along (S-109). */
async function cleanPicture(bytes: Buffer, kind: 'jpeg' | 'png'): Promise<Buffer> {
  if ((await inspectImage(bytes)).kind === 'refused') throw bad('unreadable')
  const picture = decodeImage(bytes)
  return (kind === 'jpeg' ? picture.jpeg({ quality: 86 }) : picture.png()).toBuffer().catch(() => {
    throw bad('unreadable')
  })
}

async function refuseActivePdf(bytes: Buffer, fileName: string): Promise<void> {
  const inspected = await inspectPdf(bytes, { fileName, maxBytes: MAX_BYTES })
  if (inspected.kind === 'accepted') return
  throw bad(inspected.reason === 'active' || inspected.reason === 'encrypted' ? 'active' : 'unreadable')
}

/** A file beside an announcement with all its words, seen and hidden; stops when it is none we take (S-112, S-120). */
export async function readAttachment(bytes: Buffer, fileName: string): Promise<ReadAttachment> {
  const kind = kindOf(bytes, fileName)
  if (kind === 'jpeg' || kind === 'png') {
    const clean = await cleanPicture(bytes, kind)
    return { bytes: clean, mediaType: KINDS[kind], text: '', hasPictures: true }
  }
  if (kind === 'pdf') await refuseActivePdf(bytes, fileName)
  const read = await readDocumentText(bytes)
  if (read.kind === 'refused') throw bad(read.reason === 'active' ? 'active' : 'unreadable')
  return { bytes, mediaType: KINDS[kind], text: read.pieces.join('\n'), hasPictures: read.hasPictures }
}
