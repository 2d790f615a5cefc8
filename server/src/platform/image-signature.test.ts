import sharp from 'sharp'
import { expect, test } from 'vitest'
import { type SignatureResult, normaliseSignature } from './image-signature.ts'

const STROKES = `<path d="M120 90 L420 80 M270 90 L262 330 Q255 370 200 350 M480 70 Q470 240 380 340 M490 190 Q560 280 620 330"
  fill="none" stroke="STROKE" stroke-width="9" stroke-linecap="round"/>`

function canvas({
  body = STROKES,
  stroke = '#1a2233',
  ground = 'none',
  width = 800,
  height = 400,
} = {}): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="${ground}"/>${body.replaceAll('STROKE', stroke)}</svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}

const reasonsOf = (result: SignatureResult) => (result.kind === 'refused' ? result.reasons : [])

test.each([
  ['on a transparent ground', {}],
  ['on white', { ground: '#ffffff' }],
  ['in blue ink', { stroke: '#1553b6' }],
])('accepts strokes %s, trimmed, dark on white, without transparency', async (_sentence, options) => {
  const result = await normaliseSignature(await canvas(options))
  if (result.kind === 'refused') throw new Error(result.reasons.join())
  expect(result.width).toBeLessThan(560)
  expect(result.height).toBeLessThan(340)
  const { channels, hasAlpha } = await sharp(result.bytes).metadata()
  expect({ channels, hasAlpha }).toEqual({ channels: 1, hasAlpha: false })
  const corner = await sharp(result.bytes).extract({ left: 0, top: 0, width: 4, height: 4 }).raw().toBuffer()
  expect([...new Set(corner)]).toEqual([255])
})

test('accepts a name of straight lines only', async () => {
  const body = '<path d="M100 200 L500 200" stroke="STROKE" stroke-width="10"/>'
  expect(await normaliseSignature(await canvas({ body }))).toMatchObject({ kind: 'accepted' })
})

test.each([
  ['an empty canvas', { body: '' }, ['blank']],
  ['an empty white canvas', { body: '', ground: '#ffffff' }, ['blank']],
  ['a dot', { body: '<circle cx="90" cy="90" r="9" fill="STROKE"/>' }, ['blank']],
  ['a hairline', { body: '<path d="M100 200 H160" stroke="STROKE" stroke-width="1"/>' }, ['blank']],
  ['white on white', { stroke: '#ffffff', ground: '#ffffff' }, ['blank']],
  ['a filled canvas', { ground: '#1a2233' }, ['not-handwriting']],
  ['a canvas wider than 2000 pixels', { width: 2001 }, ['too-wide']],
  ['a canvas higher than 1200 pixels', { height: 1201 }, ['too-wide']],
])('refuses %s', async (_sentence, options, reasons) => {
  expect(reasonsOf(await normaliseSignature(await canvas(options)))).toEqual(reasons)
})

test('accepts the largest canvas', async () => {
  expect(await normaliseSignature(await canvas({ width: 2000, height: 1200 }))).toMatchObject({ kind: 'accepted' })
})

test('refuses a JPEG, a cut PNG and a file above 200 KB', async () => {
  const png = await canvas()
  expect(reasonsOf(await normaliseSignature(await sharp(png).flatten().jpeg().toBuffer()))).toEqual(['not-png'])
  expect(reasonsOf(await normaliseSignature(png.subarray(0, png.length - 400)))).toEqual(['unreadable'])
  const edge = Buffer.concat([png, Buffer.alloc(200 * 1024 - png.length)])
  expect(await normaliseSignature(edge)).toMatchObject({ kind: 'accepted' })
  expect(reasonsOf(await normaliseSignature(Buffer.concat([edge, Buffer.alloc(1)])))).toEqual(['too-large'])
})

test('S-109: text chunks and what follows the picture are gone', async () => {
  const dressed = await sharp(await canvas())
    .withExif({ IFD0: { Artist: 'CANARY' } })
    .png()
    .toBuffer()
  const result = await normaliseSignature(Buffer.concat([dressed, Buffer.from('<script>')]))
  if (result.kind === 'refused') throw new Error(result.reasons.join())
  expect(result.bytes.toString('latin1')).not.toMatch(/CANARY|<script>|eXIf|tEXt/)
})
