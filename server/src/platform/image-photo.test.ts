import { createHash } from 'node:crypto'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, test } from 'vitest'
import { type PhotoLimits, type PhotoResult, normalisePhoto } from './image-photo.ts'

/** Applicant handbook: smaller than 190 KB, 290 < width < 300, 408 < height < 418. */
const LIMITS: PhotoLimits = {
  maxBytes: 190 * 1024,
  widthMin: 291,
  widthMax: 299,
  heightMin: 409,
  heightMax: 417,
}

const reasonsOf = (result: PhotoResult) => (result.kind === 'refused' ? result.reasons : [])

/** A made-up head and shoulders: ovals and a trapezoid, nobody's face. */
function portrait({ width = 295, height = 413, ground = '#ffffff' } = {}): Sharp {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 295 413" preserveAspectRatio="none">
    <rect width="295" height="413" fill="${ground}"/>
    <path d="M40 413 Q50 310 147 300 Q245 310 255 413Z" fill="#33476b"/>
    <ellipse cx="147" cy="190" rx="72" ry="92" fill="#e8bb98"/>
    <path d="M75 170 Q80 70 147 72 Q214 70 219 170 Q147 110 75 170Z" fill="#20242c"/></svg>`
  return sharp(Buffer.from(svg)).flatten()
}

const jpeg = (options?: Parameters<typeof portrait>[0]) => portrait(options).jpeg().toBuffer()

/** Pads a JPEG to an exact size with bytes after its end mark, which decoders ignore. */
const padTo = (bytes: Buffer, size: number) => Buffer.concat([bytes, Buffer.alloc(size - bytes.length)])

describe('S-108: the edges of the photo rule', () => {
  test.each([
    ['one byte below the limit', LIMITS.maxBytes - 1, []],
    ['the limit itself', LIMITS.maxBytes, ['too-large']],
    ['one byte above', LIMITS.maxBytes + 1, ['too-large']],
  ])('%s', async (_sentence, size, reasons) => {
    expect(reasonsOf(await normalisePhoto(padTo(await jpeg(), size), LIMITS))).toEqual(reasons)
  })

  test.each([
    [290, 413, ['width']],
    [291, 413, []],
    [299, 413, []],
    [300, 413, ['width']],
    [295, 408, ['height']],
    [295, 409, []],
    [295, 417, []],
    [295, 418, ['height']],
  ])('%i × %i pixels', async (width, height, reasons) => {
    expect(reasonsOf(await normalisePhoto(await jpeg({ width, height }), LIMITS))).toEqual(reasons)
  })

  test('a PNG is refused whatever it is called', async () => {
    expect(reasonsOf(await normalisePhoto(await portrait().png().toBuffer(), LIMITS))).toEqual(['not-jpeg'])
  })

  test('a progressive and a greyscale JPEG are accepted and come out as plain sRGB', async () => {
    for (const bytes of [
      await portrait().jpeg({ progressive: true }).toBuffer(),
      await portrait().greyscale().jpeg().toBuffer(),
    ]) {
      const result = await normalisePhoto(bytes, LIMITS)
      if (result.kind === 'refused') throw new Error(result.reasons.join())
      const header = await sharp(result.bytes).metadata()
      expect(header).toMatchObject({ isProgressive: false, space: 'srgb', channels: 3 })
    }
  })

  test('a CMYK JPEG from a print shop is accepted and turned into sRGB with its colours', async () => {
    const bytes = await portrait().toColourspace('cmyk').jpeg().toBuffer()
    expect((await sharp(bytes).metadata()).space).toBe('cmyk')
    const result = await normalisePhoto(bytes, LIMITS)
    if (result.kind === 'refused') throw new Error(result.reasons.join())
    expect((await sharp(result.bytes).metadata()).space).toBe('srgb')
    expect(result.backgroundWhite).toBe(true)
  })

  test('a photo turned by the camera is judged as it is seen', async () => {
    const lying = await portrait().rotate(90).jpeg().withMetadata({ orientation: 8 }).toBuffer()
    const result = await normalisePhoto(lying, LIMITS)
    expect(result).toMatchObject({ kind: 'accepted', width: 295, height: 413 })
  })

  test('all reasons come at once', async () => {
    const bytes = padTo(await jpeg({ width: 600, height: 800, ground: '#438edb' }), LIMITS.maxBytes)
    expect(reasonsOf(await normalisePhoto(bytes, LIMITS))).toEqual(['too-large', 'width', 'height', 'background'])
  })

  test.each([
    ['a cut file', async () => (await jpeg()).subarray(0, 3000)],
    ['nothing but the first bytes', async () => Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  ])('%s is unreadable', async (_sentence, make) => {
    expect(reasonsOf(await normalisePhoto(await make(), LIMITS))).toContain('unreadable')
  })

  test.each([
    ['text', Buffer.from('hello')],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['nothing', Buffer.alloc(0)],
  ])('%s is not a JPEG', async (_sentence, bytes) => {
    expect(reasonsOf(await normalisePhoto(bytes, LIMITS))).toEqual(['not-jpeg'])
  })
})

describe('the white ground', () => {
  test.each([
    ['pure white', '#ffffff', true],
    ['white paper under warm light', '#f6f1e6', true],
    ['light grey as a printer makes it', '#e4e4e4', true],
  ])('%s is white', async (_sentence, ground, backgroundWhite) => {
    expect(await normalisePhoto(await jpeg({ ground }), LIMITS)).toMatchObject({ kind: 'accepted', backgroundWhite })
  })

  test.each([
    ['blue', '#438edb'],
    ['red', '#d9001b'],
    ['pale blue', '#cfe4f7'],
    ['grey', '#a0a0a0'],
  ])('%s is refused', async (_sentence, ground) => {
    expect(reasonsOf(await normalisePhoto(await jpeg({ ground }), LIMITS))).toEqual(['background'])
  })

  test('a half-shaded wall is accepted but left to a person', async () => {
    const shade = await sharp({ create: { width: 80, height: 413, channels: 3, background: '#b9b9b9' } })
      .png()
      .toBuffer()
    const bytes = await portrait()
      .composite([{ input: shade, left: 0, top: 0 }])
      .jpeg()
      .toBuffer()
    expect(await normalisePhoto(bytes, LIMITS)).toMatchObject({ kind: 'accepted', backgroundWhite: false })
  })
})

describe('S-109: nothing of the original survives but its pixels', () => {
  test('place, profile, comments and whatever follows the picture are gone', async () => {
    const spy = '<script>alert(1)</script><?php system($_GET[0]); ?>PK\u0005\u0006'
    const dressed = await portrait()
      .withExif({ IFD0: { Artist: 'CANARY-EXIF' }, IFD3: { GPSLatitude: '30/1 15/1 0/1' } })
      .withIccProfile('p3')
      .jpeg()
      .toBuffer()
    const polyglot = Buffer.concat([dressed, Buffer.from(spy)])
    const result = await normalisePhoto(polyglot, LIMITS)
    if (result.kind === 'refused') throw new Error(result.reasons.join())
    const text = result.bytes.toString('latin1')
    for (const canary of ['CANARY-EXIF', 'GPS', '<script', '<?php', 'PK\u0005\u0006', 'ICC_PROFILE', 'Exif']) {
      expect(text).not.toContain(canary)
    }
    const header = await sharp(result.bytes).metadata()
    expect([header.exif, header.icc, header.xmp, header.iptc]).toEqual([undefined, undefined, undefined, undefined])
    expect(result.bytes.subarray(-2).toString('hex')).toBe('ffd9')
  })

  test('size and digests are those of the new bytes', async () => {
    const result = await normalisePhoto(await jpeg(), LIMITS)
    if (result.kind === 'refused') throw new Error(result.reasons.join())
    expect(result.sha256).toBe(createHash('sha256').update(result.bytes).digest('hex'))
    expect(result.sm3).toBe(createHash('sm3').update(result.bytes).digest('hex'))
    expect(result.bytes.length).toBeLessThan(LIMITS.maxBytes)
  })

  test('a noisy photo is pressed until it fits a strict limit', async () => {
    const noise = sharp({
      create: {
        width: 295,
        height: 413,
        channels: 3,
        background: 'white',
        noise: { type: 'gaussian', mean: 250, sigma: 20 },
      },
    })
    const bytes = await noise.jpeg({ quality: 60 }).toBuffer()
    const limits = { ...LIMITS, maxBytes: bytes.length + 1 }
    const result = await normalisePhoto(bytes, limits)
    if (result.kind === 'refused') throw new Error(result.reasons.join())
    expect(result.bytes.length).toBeLessThan(limits.maxBytes)
  })
})
