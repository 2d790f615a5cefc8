import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { readFontCoverage } from './pdf-font-coverage.ts'
import { aForm, aPhoto } from './pdf-sample.ts'
import {
  compileDocument,
  createCompiler,
  createTypesetter,
  replaceMissingCharacters,
  withImages,
} from './pdf-typesetter.ts'

const RARE = '䶮㛃𠅤𫖯𬭎龑𬀩𣲘鿍㙍䲟'
const QR = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
)

const { resolve } = createRequire(import.meta.url)
const fontFile = (weight: string) =>
  readFileSync(resolve(`@expo-google-fonts/noto-serif-sc/${weight}/NotoSerifSC_${weight}.ttf`))

const named = (name: string) => JSON.stringify(aForm({ person: { ...aForm().person, name } }))

describe('font coverage', () => {
  test.each(['400Regular', '700Bold'])('%s has the rare characters of names', (weight) => {
    const isCovered = readFontCoverage(fontFile(weight))
    const lacking = Array.from(RARE).filter((character) => !isCovered(character.codePointAt(0) ?? 0))
    expect(lacking).toEqual([])
  })

  test('tells what a font lacks', () => {
    const isCovered = readFontCoverage(fontFile('400Regular'))
    expect(['𡒄', '😀', '\u{10FFFF}'].map((character) => isCovered(character.codePointAt(0) ?? 0))).toEqual([
      false,
      false,
      false,
    ])
  })

  test('a file that is no font is an error', () => {
    expect(() => readFontCoverage(Buffer.alloc(64))).toThrow(/cmap/)
  })
})

describe('characters no font has', () => {
  const onlyAscii = [(codePoint: number) => codePoint < 128 || codePoint === 0x3013]

  test('become 〓 in every text of the document and are told, once each', () => {
    const json = JSON.stringify({ name: 'A龑B', rows: [{ place: '龑' }], count: 1, none: null })
    expect(replaceMissingCharacters(json, onlyAscii)).toEqual({
      json: JSON.stringify({ name: 'A〓B', rows: [{ place: '〓' }], count: 1, none: null }),
      missingCharacters: ['龑'],
    })
  })

  test('invisible characters go without a trace and line ends become spaces', () => {
    const json = JSON.stringify({ name: 'a\u200Bb\u202Ec\uFE00d\u{E0100}\u0000', remarks: 'one\r\ntwo' })
    expect(JSON.parse(replaceMissingCharacters(json, onlyAscii).json)).toEqual({ name: 'abcd', remarks: 'one two' })
  })

  test('stop the compiler when they reach it, so a finished document has no empty boxes', () => {
    const { compiler } = createCompiler()
    const images = { 'qr.svg': QR }
    const pdfOf = (name: string) =>
      withImages(compiler, images, () => {
        const document = compileDocument(compiler, { template: 'application-form', json: named(name), images })
        return compiler.pdf(document, { pdfStandard: 'a-2b' })
      })
    expect(pdfOf(RARE).length).toBeGreaterThan(10_000)
    expect(() => pdfOf('张𡒄')).toThrow(/could not be displayed/)
  })

  test('leave the document whole: one page more or less is not lost over a name', () => {
    const typeset = createTypesetter()
    const document = typeset({
      template: 'application-form',
      json: named('张𡒄'),
      images: { 'qr.svg': QR },
      createdAtSeconds: 0,
    })
    expect(document).toMatchObject({ pageCount: 2, missingCharacters: ['𡒄'] })
  })
})

describe('S-104: what may be asked for', () => {
  test.each(['../form', '/etc/passwd', 'application-form.typ', ''])('%j is not a template', (template) => {
    const { compiler } = createCompiler()
    expect(() => compileDocument(compiler, { template, json: '{}', images: {} })).toThrow(/not a template/)
  })

  test('a picture can only have a plain name', () => {
    const { compiler } = createCompiler()
    expect(() => withImages(compiler, { '../form.typ': QR }, () => 0)).toThrow(/not a picture's name/)
  })

  test("one person's photo is gone before the next document", async () => {
    const { compiler } = createCompiler()
    const images = { 'qr.svg': QR, 'photo.jpg': await aPhoto() }
    const request = { template: 'application-form', json: named('张三'), images }
    expect(withImages(compiler, images, () => compileDocument(compiler, request)).numOfPages).toBe(2)
    expect(() => withImages(compiler, { 'qr.svg': QR }, () => compileDocument(compiler, request))).toThrow(/not found/)
  })
})
