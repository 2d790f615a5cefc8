import { expect, test } from 'vitest'
import { judgeText } from './repository-rules.ts'

const PLACE = { folder: '/somewhere/xingtan', today: '2026-11-21' }

test.each([
  ['the path of the checkout', 'a.md', 'see /somewhere/xingtan/tools'],
  ['a home folder', 'a.md', ['see /home', 'zhang', 'notes'].join('/')],
  ['a private key', 'a.pem', ['-----BEGIN EC PRIVATE', 'KEY-----\nMHcCAQEE'].join(' ')],
  ['a merge marker', 'a.ts', `const a = 1\n${'<'.repeat(7)} HEAD\n`],
  ['a package host', 'package-lock.json', ['"resolved": "https', '//host.example/a.tgz"'].join(':')],
  ['a realistic resident number', 'a.ts', ['110105', '19491231', '002', 'X'].join('')],
])('finds %s', (_what, path, text) => {
  expect(judgeText(path, text, PLACE)).toHaveLength(1)
})

test('lets ordinary text pass', () => {
  expect(judgeText('a.md', 'Data lives in .data/ and /var/lib/xingtan.', PLACE)).toEqual([])
})
