import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isTestFile, listFiles, REPOSITORY } from './repository.ts'

/** Where the sites write their addresses: the portal once in `paths.ts`, the office in its routes. */
const SOURCES = {
  portal: { files: /^src\/paths\.ts$/, word: /[:`'"]\s*[`'"]?\/([a-z][a-z-]*)/g },
  office: { files: /^src\/(?:router\.tsx|routes\/.+\.ts)$/, word: /\bpath: ['`]\/?([a-z][a-z-]*)/g },
} as const

/** First words of the addresses at which a site has pages; the server answers 404 to everything else (S-061). */
export function listPagePaths(site: keyof typeof SOURCES): string[] {
  const { files, word } = SOURCES[site]
  const found = new Set<string>()
  for (const path of listFiles(join(REPOSITORY, site))) {
    if (!files.test(path) || isTestFile(path)) continue
    for (const match of readFileSync(join(REPOSITORY, site, path), 'utf8').matchAll(word)) found.add(match[1] ?? '')
  }
  return [...found].toSorted()
}
