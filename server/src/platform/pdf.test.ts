import { afterEach, describe, expect, test } from 'vitest'
import { aForm } from './pdf-sample.ts'
import { type PdfRenderer, type PdfRendererOptions, PdfFailed, PdfOverloaded, createPdfRenderer } from './pdf.ts'

const QR = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
)
const form = {
  template: 'application-form',
  data: aForm(),
  images: { 'qr.svg': QR },
  createdAt: new Date('2026-09-21T01:32:00Z'),
}

/** A thread that answers, hangs or dies as the template's name tells it. */
const WORKER = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads'
    let answered = 0
    parentPort.on('message', ({ template }) => {
      if (template === 'crash') throw new Error('boom')
      if (template === 'exit') process.exit(3)
      if (template === 'hang') return
      answered += 1
      const document = { pdf: new Uint8Array(1), pageCount: answered, missingCharacters: [] }
      setTimeout(() => parentPort.postMessage({ kind: 'rendered', document }), 20)
    })`)}`,
)

const opened: PdfRenderer[] = []
function open(options: PdfRendererOptions = {}): PdfRenderer {
  const renderer = createPdfRenderer(options)
  opened.push(renderer)
  return renderer
}
afterEach(async () => {
  await Promise.all(opened.splice(0).map((renderer) => renderer.close()))
})

const asked = (template: string) => ({ template, data: {}, createdAt: new Date(0) })

describe('with the real thread', () => {
  test('makes documents one after the other', async () => {
    const renderer = open()
    const documents = await Promise.all(Array.from({ length: 4 }, () => renderer.render(form)))
    for (const { pdf, pageCount } of documents) {
      expect(pageCount).toBe(2)
      expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-')
    }
  })

  test('a picture that cannot be drawn fails that document and no other', async () => {
    const renderer = open()
    const broken = { ...form, images: { 'qr.svg': QR, 'photo.jpg': Buffer.from('not a picture') } }
    const [bad, good] = await Promise.allSettled([renderer.render(broken), renderer.render(form)])
    expect(bad).toMatchObject({ status: 'rejected', reason: expect.any(PdfFailed) })
    expect(good).toMatchObject({ status: 'fulfilled' })
  })
})

describe('when the thread fails', () => {
  test.each([
    ['crash', /boom/],
    ['exit', /code 3/],
    ['hang', /No document after/],
  ])('after a %s the document is refused and the next one has a new thread', async (template, why) => {
    const renderer = open({ workerFile: WORKER, timeoutMs: 400 })
    expect(await renderer.render(asked('fine'))).toMatchObject({ pageCount: 1 })
    await expect(renderer.render(asked(template))).rejects.toThrow(why)
    expect(await renderer.render(asked('fine'))).toMatchObject({ pageCount: 1 })
    expect(await renderer.render(asked('fine'))).toMatchObject({ pageCount: 2 })
  })

  test('documents that wait behind a crash are still made', async () => {
    const renderer = open({ workerFile: WORKER })
    const results = await Promise.allSettled(['crash', 'fine', 'fine'].map((name) => renderer.render(asked(name))))
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
  })
})

describe('the queue', () => {
  test('turns away what is beyond it at once and serves the rest', async () => {
    const renderer = open({ workerFile: WORKER, queueLimit: 2 })
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => renderer.render(asked('fine'))))
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected'])
    expect(results[4]).toMatchObject({ reason: expect.any(PdfOverloaded) })
  })

  test('closing refuses what runs and what waits', async () => {
    const renderer = createPdfRenderer({ workerFile: WORKER })
    const both = Promise.allSettled([renderer.render(asked('hang')), renderer.render(asked('fine'))])
    await renderer.close()
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })
})
