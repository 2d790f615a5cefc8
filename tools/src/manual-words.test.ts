import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { MANUALS } from './manual-names.ts'
import { REPOSITORY, listFiles } from './repository.ts'

/** Where the words of the pages stand; a journey that presses a composed word counts as well. */
const SPEAKERS = /^(?:office|portal|ui|contract|domain|server|e2e)\/.*\.(?:tsx?|json)$/

const squeeze = (text: string): string => text.replaceAll(/\s+/g, '')
const NAMES = readdirSync(MANUALS).filter((name) => name.endsWith('.md'))
const TEXTS = new Map(NAMES.map((name) => [name, readFileSync(join(MANUALS, name), 'utf8')]))
const HEADINGS = [...TEXTS.values()].flatMap((text) => [...text.matchAll(/^#+ (.*)$/gm)].map(([, title]) => title))
const SPOKEN = squeeze(
  listFiles(REPOSITORY)
    .filter((path) => SPEAKERS.test(path) && !path.includes('.test.'))
    .map((path) => readFileSync(join(REPOSITORY, path), 'utf8'))
    .concat(HEADINGS.join('\n'))
    .join('\n'),
)

/** Words in quotation marks; … stands for a number or a name, → for the way through the menu. */
function quotedWords(text: string): string[] {
  return [...text.matchAll(/[“「]([^”」]+)[”」]/g)].flatMap(([, words = '']) =>
    words.split(/…+|→|—/).map((word) => squeeze(word)),
  )
}

test.each(NAMES)('every word that %s puts in quotation marks stands on a page', (name) => {
  const words = quotedWords(TEXTS.get(name) ?? '')
  expect(words.filter((word) => word !== '' && !SPOKEN.includes(word))).toEqual([])
})
