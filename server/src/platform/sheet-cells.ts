import { XmlRefused, attributeOf, readXml } from './sheet-xml.ts'

export interface CellLimits {
  readonly rows: number
  readonly columns: number
  readonly cellLength: number
}

export type CellRefusal = 'too-many-rows' | 'too-many-columns' | 'cell-too-long' | 'formula'

/** A sheet that is readable but may not be taken in. */
export class CellsRefused extends Error {
  readonly reason: CellRefusal
  readonly row: number

  constructor(reason: CellRefusal, row: number) {
    super(reason)
    this.reason = reason
    this.row = row
  }
}

/** `_x0041_` is how spreadsheets write characters XML cannot carry. */
function decodeEscapes(text: string): string {
  return text.replaceAll(/_x([\dA-Fa-f]{4})_/g, (_whole, code: string) => String.fromCharCode(parseInt(code, 16)))
}

/** The shared texts of a workbook, in order; furigana is left out. */
export function readSharedTexts(xml: string, limits: CellLimits): string[] {
  const texts: string[] = []
  let current = ''
  let isText = false
  let phonetic = 0
  for (const piece of readXml(xml)) {
    if (piece.kind === 'text') {
      if (isText && phonetic === 0) current += piece.text
      if (current.length > limits.cellLength) throw new CellsRefused('cell-too-long', 0)
      continue
    }
    if (piece.name === 'rPh') phonetic += piece.kind === 'open' ? 1 : -1
    isText = piece.name === 't' && piece.kind === 'open'
    if (piece.name !== 'si' || piece.kind === 'open') continue
    if (texts.length >= limits.rows * limits.columns) throw new CellsRefused('too-many-rows', 0)
    texts.push(decodeEscapes(current))
    current = ''
  }
  return texts
}

/**
 * A number as a person wrote it. Spreadsheets keep fifteen digits: a longer number has lost its end, so it stays as it
 * stands (3.3E+17) and nobody takes it for a document number.
 */
function decodeNumber(raw: string): string {
  const value = Number(raw)
  return raw.trim() !== '' && Math.abs(value) < 1e15 ? String(value) : raw.trim()
}

function columnOf(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1]
  if (letters === undefined) return undefined
  return Array.from(letters).reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

interface CellPlace {
  readonly column: number
  readonly type: string
}

/** Collects the cells of one sheet row by row and stops at the first limit that is passed. */
class CellCollector {
  readonly rows: string[][] = []
  readonly #limits: CellLimits
  readonly #sharedTexts: readonly string[]
  #nextColumn = 0

  constructor(limits: CellLimits, sharedTexts: readonly string[]) {
    this.#limits = limits
    this.#sharedTexts = sharedTexts
  }

  /** `row` counts from 1, as the spreadsheet shows it; rows left out become empty ones. */
  startRow(attributes: string): void {
    const row = Number(attributeOf(attributes, 'r') ?? this.rows.length + 1)
    if (!Number.isInteger(row) || row <= this.rows.length) throw new XmlRefused('damaged')
    if (row > this.#limits.rows) throw new CellsRefused('too-many-rows', row)
    while (this.rows.length < row) this.rows.push([])
    this.#nextColumn = 0
  }

  placeOf(attributes: string): CellPlace {
    const column = columnOf(attributeOf(attributes, 'r')) ?? this.#nextColumn
    if (column < this.#nextColumn) throw new XmlRefused('damaged')
    if (column >= this.#limits.columns) throw new CellsRefused('too-many-columns', this.rows.length)
    this.#nextColumn = column + 1
    return { column, type: attributeOf(attributes, 't') ?? 'n' }
  }

  add({ column, type }: CellPlace, raw: string): void {
    const row = this.#current()
    const text = this.#decode(type, raw)
    if (text.length > this.#limits.cellLength) throw new CellsRefused('cell-too-long', this.rows.length)
    while (row.length < column) row.push('')
    row.push(text)
  }

  #decode(type: string, raw: string): string {
    if (type === 's') {
      const text = this.#sharedTexts[Number(raw)]
      if (text === undefined) throw new XmlRefused('damaged')
      return text
    }
    return type === 'n' ? decodeNumber(raw) : decodeEscapes(raw)
  }

  #current(): string[] {
    const row = this.rows.at(-1)
    if (row === undefined) throw new XmlRefused('damaged')
    return row
  }
}

const VALUE_TAGS = new Set(['v', 't'])

/**
 * The cells of one sheet as text. A computed cell is refused: what it shows depends on another machine, and a list
 * that carries formulas is not a list of facts (S-096).
 */
export function readCells(xml: string, limits: CellLimits, sharedTexts: readonly string[]): string[][] {
  const cells = new CellCollector(limits, sharedTexts)
  let place: CellPlace | undefined
  let raw = ''
  let isValue = false
  for (const piece of readXml(xml)) {
    if (piece.kind === 'text') {
      if (isValue) raw += piece.text
      continue
    }
    isValue = piece.kind === 'open' && VALUE_TAGS.has(piece.name)
    if (piece.kind !== 'close') {
      if (piece.name === 'f') throw new CellsRefused('formula', cells.rows.length)
      if (piece.name === 'row') cells.startRow(piece.attributes)
      if (piece.name === 'c') {
        place = cells.placeOf(piece.attributes)
        raw = ''
      }
    }
    if (piece.name === 'c' && piece.kind !== 'open' && place !== undefined) {
      if (raw !== '') cells.add(place, raw)
      place = undefined
    }
  }
  return cells.rows
}
