import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { TOKEN_COLORS } from './theme.ts'

const css = readFileSync(new URL('../../ui/src/tokens.css', import.meta.url), 'utf8')

test.each(Object.entries(TOKEN_COLORS))('the theme colour %s is the shared token', (name, value) => {
  expect(css).toMatch(new RegExp(`--${name}: ${value};`))
})
