import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { type FontCoverage, readFontCoverage } from './pdf-font-coverage.ts'

/** One document to set: everything in `data` and `images` comes from people and is only ever data. */
export interface TypesetRequest {
  /** File name in `server/templates` without its ending. */
  template: string
  /** JSON text, read by the template as `data`. */
  json: string
  /** Pictures by file name (`photo.jpg`), which the template finds under `/images/`. */
  images: Readonly<Record<string, Uint8Array>>
  /** Written into the file as its date of creation, seconds since 1970. */
  createdAtSeconds: number
}

export interface TypesetDocument {
  pdf: Uint8Array<ArrayBuffer>
  pageCount: number
  /** Characters no font has; 〓 stands in their place and they are to be written in by hand. */
  missingCharacters: string[]
}

const TEMPLATES = fileURLToPath(new URL('../../templates', import.meta.url))
const FONTS = ['400Regular/NotoSerifSC_400Regular.ttf', '700Bold/NotoSerifSC_700Bold.ttf'] as const

/** PDF/A-2b, ISO 19005-2: readable for as long as a personnel file is kept; refuses any glyph a font lacks. */
const PDF_STANDARD = 'a-2b'
const EVICT_EVERY = 15
const EVICT_AGE = 2

/** The printer's "geta" mark: a sort is missing here. */
const MISSING_MARK = '〓'
const LINE_END = /[\t\n\v\f\r\u0085\u2028\u2029]+/g
/** Invisible characters (direction, joining, variation) and controls: nothing of them is ever drawn. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Cs}]/gu

function readFonts(): Buffer[] {
  const { resolve } = createRequire(import.meta.url)
  return FONTS.map((font) => readFileSync(resolve(`@expo-google-fonts/noto-serif-sc/${font}`)))
}

/** Replaces in every text of a JSON document what cannot be drawn, and tells what it was. */
export function replaceMissingCharacters(
  json: string,
  coverages: readonly FontCoverage[],
): Pick<TypesetRequest, 'json'> & Pick<TypesetDocument, 'missingCharacters'> {
  const missing = new Set<string>()
  const toDrawable = (text: string) =>
    Array.from(text.replace(LINE_END, ' ').replace(INVISIBLE, ''), (character) => {
      const codePoint = character.codePointAt(0) ?? 0
      if (coverages.every((isCovered) => isCovered(codePoint))) return character
      missing.add(character)
      return MISSING_MARK
    }).join('')
  const drawable: unknown = JSON.parse(json, (_key, value: unknown) =>
    typeof value === 'string' ? toDrawable(value) : value,
  )
  return { json: JSON.stringify(drawable), missingCharacters: [...missing] }
}

/** Puts the pictures where the template looks for them, and nowhere on the disk. */
export function withImages<Result>(
  compiler: NodeCompiler,
  images: TypesetRequest['images'],
  work: () => Result,
): Result {
  const files = Object.entries(images).map(([name, bytes]) => {
    if (!/^[a-z-]+\.(jpg|png|svg)$/.test(name)) throw new Error(`"${name}" is not a picture's name.`)
    return { file: path.join(TEMPLATES, 'images', name), bytes: Buffer.from(bytes) }
  })
  try {
    for (const { file, bytes } of files) compiler.mapShadow(file, bytes)
    return work()
  } finally {
    for (const { file } of files) compiler.unmapShadow(file)
  }
}

/** Compiles one request with a compiler; throws with the compiler's own words. Only the templates folder can be read. */
export function compileDocument(compiler: NodeCompiler, request: Omit<TypesetRequest, 'createdAtSeconds'>) {
  if (!/^[a-z-]+$/.test(request.template)) throw new Error(`"${request.template}" is not a template.`)
  const compiled = compiler.compile({
    mainFilePath: path.join(TEMPLATES, `${request.template}.typ`),
    inputs: { data: request.json, images: Object.keys(request.images).join(' ') },
  })
  if (compiled.result !== null) return compiled.result
  throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? 'No diagnostics.'))
}

/** A compiler that knows our two fonts and no others, and can read the templates folder and nothing else. */
export function createCompiler(): { compiler: NodeCompiler; coverages: FontCoverage[] } {
  const fonts = readFonts()
  return {
    compiler: NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontBlobs: fonts }] }),
    coverages: fonts.map((font) => readFontCoverage(font)),
  }
}

/**
 * Sets documents with Typst. Synchronous and heavy (fonts take 170 ms and 150 MB), so it lives in a worker thread.
 * User text is never markup: it is passed as JSON and shown as text. Case S-104.
 */
export function createTypesetter(): (request: TypesetRequest) => TypesetDocument {
  const { compiler, coverages } = createCompiler()
  let documents = 0

  return (request) => {
    const { json, missingCharacters } = replaceMissingCharacters(request.json, coverages)
    return withImages(compiler, request.images, () => {
      const document = compileDocument(compiler, { ...request, json })
      const pdf = compiler.pdf(document, {
        pdfStandard: PDF_STANDARD,
        creationTimestamp: request.createdAtSeconds,
      })
      documents += 1
      // Without this the compiler's memory grows with every document.
      if (documents % EVICT_EVERY === 0) compiler.evictCache(EVICT_AGE)
      // A copy of its own, so that it can be handed to another thread without copying again.
      return { pdf: new Uint8Array(pdf), pageCount: document.numOfPages, missingCharacters }
    })
  }
}
