import { expect, test } from 'vitest'
import { listPagePaths } from './page-paths.ts'

test('the first words of all addresses of a site are read from where it writes them (S-061)', () => {
  const portal = listPagePaths('portal')
  expect(portal).toEqual(expect.arrayContaining(['applications', 'certificates', 'help', 'notices', 'sign-in']))
  expect(portal).not.toContain('cases')
  const office = listPagePaths('office')
  expect(office).toEqual(expect.arrayContaining(['cases', 'desk', 'security', 'sign-in', 'staff']))
})
