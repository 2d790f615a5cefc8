import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listFiles } from './repository.ts'
import { findRealisticNumbers } from './resident-number-scan.ts'

const LARGEST_TEXT_BYTES = 20_000_000
const PERSONAL_FOLDER = /(?<![\w.])(?:\/home\/(?!user\b)[a-z][\w.-]*\/|\/Users\/\w+\/|\/root\/|[A-Z]:\\Users\\)/
const PRIVATE_KEY = /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s+[A-Za-z0-9+/]/
const MERGE_MARKER = /^(?:<{7}|>{7}) /m

/** What must not stand in any file of the repository: people's numbers, keys, paths of a machine, package hosts. */
export function findRepositoryViolations(folder: string, today: string): string[] {
  const files = listFiles(folder)
  if (files.length === 0) return ['no files were found']
  return files.flatMap((path) => {
    const content = readFileSync(join(folder, path))
    if (content.length > LARGEST_TEXT_BYTES || content.subarray(0, 8000).includes(0)) return []
    return judgeText(path, content.toString(), { folder, today })
  })
}

/** The same for one text. `folder` is the checkout: its own absolute path must not leak into it. */
export function judgeText(
  path: string,
  text: string,
  { folder, today }: { readonly folder: string; readonly today: string },
): string[] {
  const judgements: [string, boolean][] = [
    ['holds the path of this checkout', text.includes(`${folder}/`)],
    ['holds the path of a personal folder', PERSONAL_FOLDER.test(text)],
    ['holds a private key', PRIVATE_KEY.test(text)],
    ['holds a merge marker', MERGE_MARKER.test(text)],
    ['holds addresses of a package host', path === 'package-lock.json' && /"resolved": "https?:/.test(text)],
  ]
  return [
    ...judgements.filter(([, isBroken]) => isBroken).map(([what]) => `${path} ${what}`),
    ...findRealisticNumbers(text, today).map(
      (number) => `${path} holds a resident number outside the synthetic pattern: ${number.slice(0, 6)}…`,
    ),
  ]
}
