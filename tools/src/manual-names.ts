import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { REPOSITORY, listSources } from './repository.ts'

/** Where the manuals stand, and their pictures below them. */
export const MANUALS = join(REPOSITORY, 'docs/manual')
export const PICTURES = join(MANUALS, 'pictures')

/** A manual that speaks of a phone names the narrow picture of a page, `-phone-end` its lower part. */
const PHONE = /-phone(-end)?$/

export interface NamedPicture {
  /** File below `pictures`, for example `office-queue.webp` or `portal-sign-phone.webp`. */
  readonly file: string
  /** What the journeys call the page: the name they give to `lookAt`. */
  readonly page: string
  readonly part: 'desk' | 'phone' | 'phone-end'
  /** The manual that shows it. */
  readonly manual: string
}

/** Every picture a manual shows, in the order of the manuals; `![…](pictures/<page>[-phone[-end]].webp)`. */
export function listNamedPictures(): NamedPicture[] {
  return readdirSync(MANUALS)
    .filter((name) => name.endsWith('.md'))
    .flatMap((manual) => {
      const text = readFileSync(join(MANUALS, manual), 'utf8')
      return [...text.matchAll(/!\[[^\]]*\]\(pictures\/([^)]+)\)/g)].map(([, file = '']) => {
        const name = file.replace(/\.webp$/, '')
        const [suffix] = PHONE.exec(name) ?? []
        const part = suffix === '-phone-end' ? 'phone-end' : 'phone'
        return { file, page: name.replace(PHONE, ''), part: suffix === undefined ? 'desk' : part, manual }
      })
    })
}

/** Says whether a journey looks at a page of this name; names with a part that varies count by their fixed parts. */
export function createPageCheck(): (page: string) => boolean {
  const texts = listSources(REPOSITORY)
    .filter((path) => path.startsWith('e2e/'))
    .map((path) => readFileSync(join(REPOSITORY, path), 'utf8'))
  const names = texts.flatMap((text) =>
    [...text.matchAll(/['`]((?:office|portal)-[^'`\n]+)['`]/g)].map(([, name]) => name),
  )
  const patterns = names.map((name = '') => new RegExp(`^${name.split(/\$\{[^}]*\}/).join('.+')}$`))
  return (page) => patterns.some((pattern) => pattern.test(page))
}
