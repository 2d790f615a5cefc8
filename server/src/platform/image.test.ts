import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { normalisePhoto } from './image-photo.ts'
import { normaliseScan } from './image-scan.ts'
import { inspectImage } from './image.ts'

const small = sharp({ create: { width: 64, height: 48, channels: 3, background: 'white' } })

/** Rewrites the size in the header of a real JPEG, as a pixel flood does. */
async function flood(side: number): Promise<Buffer> {
  const bytes = await small.clone().jpeg().toBuffer()
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]))
  bytes.writeUInt16BE(side, frame + 5)
  bytes.writeUInt16BE(side, frame + 7)
  return Buffer.concat([bytes, Buffer.alloc(20_000 - bytes.length)])
}

describe('S-110: a pixel flood of 65,000 × 65,000 in 20 kB', () => {
  test('is refused from its header alone, quickly and without the memory', async () => {
    const bytes = await flood(65_000)
    await inspectImage(await small.clone().jpeg().toBuffer())
    const before = process.memoryUsage().rss
    const startedAt = performance.now()
    expect(await inspectImage(bytes)).toEqual({ kind: 'refused', reason: 'too-many-pixels' })
    expect(performance.now() - startedAt).toBeLessThan(100)
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024)
  })

  test('is refused as a photo and as a certificate picture', async () => {
    const bytes = await flood(65_000)
    const limits = { maxBytes: 190 * 1024, widthMin: 291, widthMax: 299, heightMin: 409, heightMax: 417 }
    expect(await normalisePhoto(bytes, limits)).toEqual({ kind: 'refused', reasons: ['width', 'height'] })
    expect(await normaliseScan(bytes, 200 * 1024)).toEqual({ kind: 'refused', reasons: ['too-many-pixels'] })
  })
})

describe('the header', () => {
  test('names format and size', async () => {
    const bytes = await small.clone().png().toBuffer()
    expect(await inspectImage(bytes)).toEqual({
      kind: 'readable',
      header: { format: 'png', width: 64, height: 48 },
    })
  })

  test('gives the size as it is seen when the camera was turned', async () => {
    const bytes = await small.clone().jpeg().withMetadata({ orientation: 6 }).toBuffer()
    expect(await inspectImage(bytes)).toMatchObject({ header: { width: 48, height: 64 } })
  })

  test.each([
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['GIF', Buffer.from('GIF89a\u0001\u0000\u0001\u0000', 'latin1')],
    ['a PDF', Buffer.from('%PDF-1.7')],
  ])('of %s is never read', async (_sentence, bytes) => {
    expect(await inspectImage(bytes)).toEqual({ kind: 'refused', reason: 'unreadable' })
  })
})

describe('a certificate picture', () => {
  const paper = { type: 'gaussian', mean: 225, sigma: 12 } as const
  const page = sharp({ create: { width: 1200, height: 1700, channels: 3, background: 'white', noise: paper } })

  test('is made anew below its limit, without what followed it', async () => {
    const bytes = Buffer.concat([await page.clone().jpeg().toBuffer(), Buffer.from('<html>tail')])
    const result = await normaliseScan(bytes, 2_000_000)
    if (result.kind === 'refused') throw new Error(result.reasons.join())
    expect(result).toMatchObject({ width: 1200, height: 1700 })
    expect(result.bytes.toString('latin1')).not.toContain('<html>')
  })

  test('is refused at the limit, and below it accepted', async () => {
    const bytes = await page.clone().jpeg({ quality: 30 }).toBuffer()
    expect(await normaliseScan(bytes, bytes.length)).toEqual({ kind: 'refused', reasons: ['too-large'] })
    const result = await normaliseScan(bytes, bytes.length + 1)
    if (result.kind === 'refused') throw new Error(result.reasons.join())
    expect(result.bytes.length).toBeLessThanOrEqual(bytes.length)
  })

  test.each([
    ['a PNG', () => page.clone().png().toBuffer(), ['not-jpeg']],
    ['a cut JPEG', async () => (await page.clone().jpeg().toBuffer()).subarray(0, 2000), ['unreadable']],
  ])('%s is refused', async (_sentence, make, reasons) => {
    expect(await normaliseScan(await make(), 10_000_000)).toEqual({ kind: 'refused', reasons })
  })
})
