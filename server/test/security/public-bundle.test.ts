import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { OFFICE_ROUTES, PUBLIC_ROUTES } from '../../src/face-routes.ts'
import { expect, test } from 'vitest'

const DIST = join(import.meta.dirname, '..', '..', '..', 'portal', 'dist')

/** Every built file that holds text. */
function readBundle(): { readonly name: string; readonly text: string }[] {
  return readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:js|css|html|svg|json|txt|map)$/.test(name))
    .map((name) => ({ name, text: readFileSync(join(DIST, name), 'utf8') }))
}

test('nothing in the public bundle names the office: no host, no word, no source map (S-038, S-039)', () => {
  const files = readBundle()
  expect(files.length).toBeGreaterThan(10)
  expect(files.filter(({ name }) => name.endsWith('.map'))).toEqual([])
  const telling = files.filter(({ text }) => /\boffice\b|office[.-]|后台|认定机构登录|工作人员登录/i.test(text))
  expect(telling.map(({ name }) => name)).toEqual([])
})

test('no name or path of an office endpoint stands in the public bundle (S-039)', () => {
  const own = new Set(PUBLIC_ROUTES.map(({ endpoint }) => endpoint.path))
  const foreign = OFFICE_ROUTES.map(({ endpoint }) => endpoint).filter(({ path }) => !own.has(path))
  expect(foreign.length).toBeGreaterThan(10)
  const bundle = readBundle()
    .map(({ text }) => text)
    .join('\n')
  // A whole address: a public one may go on where one of the office ends.
  const holds = (text: string) => ['"', "'", '`'].some((quote) => bundle.includes(`${text}${quote}`))
  const leaked = foreign.filter(({ name, path }) => holds(path) || holds(name))
  expect(leaked.map(({ name }) => name)).toEqual([])
})
