import type { z } from 'zod'
import { problem } from './problem.ts'

/** The mark of the last row of a page as the client carries it: opaque, but no secret. */
export function writeMark(mark: object): string {
  return Buffer.from(JSON.stringify(mark)).toString('base64url')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Reads a mark back; one that was edited into something else is a bad request, none is the first page. */
export function readMark<Mark>(schema: z.ZodType<Mark>, text: string | undefined): Mark | null {
  if (text === undefined) return null
  const parsed = schema.safeParse(parseJson(Buffer.from(text, 'base64url').toString()))
  if (!parsed.success) throw problem('request.malformed')
  return parsed.data
}
