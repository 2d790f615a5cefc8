import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, '..', '..', 'reference')
const NAMES = [
  'regions',
  'agencies',
  'subjects',
  'subject-aliases',
  'policies',
  'calendar',
  'points',
  'notices',
  'questions',
  'search-words',
] as const

/** The committed reference files as parsed JSON, by name. */
export function readReferenceFiles(): Readonly<Record<string, unknown>> {
  return Object.fromEntries(NAMES.map((name) => [name, JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'))]))
}
