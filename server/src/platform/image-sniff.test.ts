import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { sniffFile } from './image-sniff.ts'

const jpeg = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'white' } })
  .jpeg()
  .toBuffer()
const png = await sharp(jpeg).png().toBuffer()
const pdf = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
const html = Buffer.from('<!doctype html><script>alert(1)</script>')
const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 1)])

/** The smallest archive with one entry in its directory. */
function zip(comment = ''): Buffer {
  const entry = Buffer.alloc(46)
  entry.write('PK\u0001\u0002', 'latin1')
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt32LE(entry.length, 12)
  end.writeUInt16LE(comment.length, 20)
  return Buffer.concat([entry, end, Buffer.from(comment)])
}

test.each([
  ['照片.jpg', jpeg, 'jpeg'],
  ['PHOTO.JPEG', jpeg, 'jpeg'],
  ['签名.png', png, 'png'],
  ['证书 2024.09.pdf', pdf, 'pdf'],
])('%s with its own content is taken', (name, bytes, kind) => {
  expect(sniffFile(bytes, name)).toEqual({ kind })
})

describe('S-111: a disguised file is refused', () => {
  test.each([
    ['a program called .pdf', exe, 'a.pdf', 'content'],
    ['a page called .pdf', html, 'a.pdf', 'content'],
    ['a page before a PDF', Buffer.concat([html, pdf]), 'a.pdf', 'content'],
    ['a PDF that does not end', pdf.subarray(0, 20), 'a.pdf', 'content'],
    ['a PNG called .jpg', png, 'a.jpg', 'content'],
    ['a JPEG called .pdf', jpeg, 'a.pdf', 'content'],
    ['nothing at all', Buffer.alloc(0), 'a.pdf', 'content'],
    ['a second ending', pdf, 'a.pdf.exe', 'extension'],
    ['no ending', pdf, 'pdf', 'extension'],
    ['a GIF', Buffer.from('GIF89a'), 'a.gif', 'extension'],
    ['a program ending inside', pdf, 'a.exe.pdf', 'name'],
    ['a space at the end', pdf, 'a.pdf ', 'name'],
    ['a dot at the end', pdf, 'a.pdf.', 'name'],
    ['an escaped zero', pdf, 'a.exe%00.pdf', 'name'],
    ['a zero byte', pdf, 'a.exe\0.pdf', 'name'],
    ['reversed writing', pdf, 'a\u202Efdp.exe.pdf', 'name'],
    ['a path', pdf, '../../a.pdf', 'name'],
    ['a Windows path', pdf, 'C:\\a.pdf', 'name'],
    ['300 characters', pdf, `${'a'.repeat(300)}.pdf`, 'name'],
    ['a quoted header', pdf, 'a"; filename="b.pdf', 'name'],
  ])('%s', (_sentence, bytes, name, reason) => {
    expect(sniffFile(bytes, name)).toEqual({ kind: 'refused', reason })
  })

  test.each([
    ['an archive behind the picture (GIFAR)', Buffer.concat([jpeg, zip()])],
    ['an archive with a comment', Buffer.concat([jpeg, zip('x'.repeat(900))])],
    ['an archive and padding', Buffer.concat([jpeg, zip(), Buffer.alloc(50)])],
  ])('%s', (_sentence, bytes) => {
    expect(sniffFile(bytes, 'a.jpg')).toEqual({ kind: 'refused', reason: 'content' })
  })

  test('a picture that merely contains the letters of an archive is not refused', () => {
    const bytes = Buffer.concat([jpeg, Buffer.from(`PK\u0005\u0006${'x'.repeat(40)}`, 'latin1')])
    expect(sniffFile(bytes, 'a.jpg')).toEqual({ kind: 'jpeg' })
  })
})
