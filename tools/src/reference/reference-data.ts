import { readFileSync } from 'node:fs'
import { z } from 'zod'

const FOLDER = new URL('../../../server/reference/', import.meta.url)

/** Reads a committed table of `server/reference/` as it stands, unchecked. */
export function readReference(file: string): unknown {
  return JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))
}

/** Reads a committed table and checks every row; throws ZodError naming the first bad ones. */
export function readRows<Row>(file: string, row: z.ZodType<Row>): Row[] {
  return z.array(row).parse(readReference(file))
}
