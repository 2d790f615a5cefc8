import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findBoundaryViolations } from './boundaries.ts'
import { REPOSITORY } from './repository.ts'

/** A small repository that keeps every rule of the real `boundaries.json`. */
const LAWFUL: Readonly<Record<string, string>> = {
  'contract/src/point.ts': `import { z } from 'zod'\nexport const Point = z.string()\n`,
  'contract/src/office/desk.ts': `export const desk = 1\n`,
  'domain/src/point.ts': `import type { Point } from '@xingtan/contract/point'\nexport const name = (point: typeof Point) => point\n`,
  'server/src/platform/db.ts': `import 'node:fs'\nexport type Tx = string\n`,
  'server/src/external/post.ts': `export const send = 1\n`,
  'server/src/app.ts': `import { send } from './external/post.ts'\nexport const app = send\n`,
  'server/src/modules/agency/index.ts': `export { getAgency } from './get-agency.ts'\n`,
  'server/src/modules/agency/get-agency.ts': `import { name } from '@xingtan/domain/point'\nimport { select } from './sql.ts'\nexport const getAgency = [name, select]\n`,
  'server/src/modules/agency/sql.ts': `import type { Tx } from '../../platform/db.ts'\nexport const select = (tx: Tx) => tx\n`,
  'server/src/modules/agency/tell.call.ts': `import { send } from '../../external/post.ts'\nimport { getAgency } from './get-agency.ts'\nexport const tell = [send, getAgency]\n`,
  'server/src/modules/agency/routes.ts': `import { getAgency } from './get-agency.ts'\nexport const routes = [getAgency]\n`,
  'server/src/modules/case/index.ts': `import { getAgency } from '../agency/index.ts'\nexport const getCase = getAgency\n`,
  'server/test/database.ts': `import { start } from '@xingtan/tools/start'\nexport const database = start\n`,
  'tools/src/start.ts': `export const start = 1\n`,
  'ui/src/call.ts': `import { Point } from '@xingtan/contract/point'\nexport const call = Point\n`,
  'portal/src/router.tsx': `import { Apply } from './features/apply/apply.tsx'\nexport const router = Apply\n`,
  'portal/src/features/apply/apply.tsx': `import { call } from '@xingtan/ui/call'\nexport const Apply = call\n`,
  'portal/src/features/home/home.tsx': `export const Home = 1\n`,
  'office/src/features/queue/queue.tsx': `import { desk } from '@xingtan/contract/office/desk'\nexport const Queue = desk\n`,
  'office/src/features/case/case.tsx': `export const Case = 1\n`,
  'sandbox/src/main.ts': `import '@xingtan/contract/point'\n`,
}

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xingtan-boundaries-'))
  cpSync(join(REPOSITORY, 'boundaries.json'), join(folder, 'boundaries.json'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

test('finds nothing in a repository that keeps the rules', () => {
  plant(LAWFUL)
  expect(findBoundaryViolations(folder)).toEqual([])
})

test('fails when it sees no modules', () => {
  expect(findBoundaryViolations(folder)).toEqual([expect.stringMatching(/^sees-modules/)])
})

test('fails when it sees files but none of their imports', () => {
  plant({ 'contract/src/point.ts': 'export const point = 1\n', 'ui/src/call.ts': 'export const call = 1\n' })
  expect(findBoundaryViolations(folder)).toEqual([expect.stringMatching(/^sees-modules/)])
})

test.each([
  ['direction', 'contract imports something of ours', 'contract/src/bad.ts', `import '@xingtan/ui/call'`],
  ['no-node-built-ins', 'contract uses Node', 'contract/src/bad.ts', `import 'node:fs'`],
  ['no-node-built-ins', 'domain uses Node without its prefix', 'domain/src/bad.ts', `import 'fs'`],
  ['direction', 'domain imports the server', 'domain/src/bad.ts', `import '@xingtan/server/app'`],
  [
    'direction',
    'domain imports only a type of the server',
    'domain/src/bad.ts',
    `import type { Tx } from '@xingtan/server/platform/db'`,
  ],
  [
    'direction',
    'a type is imported inside an expression',
    'domain/src/bad.ts',
    `export type Bad = import('@xingtan/server/platform/db').Tx`,
  ],
  ['direction', 'an import is dynamic', 'domain/src/bad.ts', `export const bad = () => import('@xingtan/server/app')`],
  ['direction', 'a file is re-exported', 'domain/src/bad.ts', `export * from '@xingtan/server/app'`],
  ['direction', 'a relative path leaves the workspace', 'domain/src/bad.ts', `import '../../server/src/app.ts'`],
  ['direction', 'the server imports a site', 'server/src/bad.ts', `import '@xingtan/portal/features/home/home'`],
  ['direction', 'the running server imports a tool', 'server/src/bad.ts', `import '@xingtan/tools/start'`],
  [
    'direction',
    'the portal imports the office',
    'portal/src/bad.ts',
    `import '../../office/src/features/case/case.tsx'`,
  ],
  ['direction', 'ui imports domain', 'ui/src/bad.ts', `import '@xingtan/domain/point'`],
  ['direction', 'the sandbox imports domain', 'sandbox/src/bad.ts', `import '@xingtan/domain/point'`],
  ['no-tests-in-the-product', 'the server imports its tests', 'server/src/bad.ts', `import '../test/database.ts'`],
  ['workspace-has-a-rule', 'a new workspace has no rule', 'extra/src/bad.ts', `import '@xingtan/contract/point'`],
  ['resolves', 'an import leads nowhere', 'ui/src/bad.ts', `import './missing.ts'`],
  [
    'portal-knows-nothing-of-the-office',
    'the portal imports an office contract',
    'portal/src/bad.ts',
    `import '@xingtan/contract/office/desk'`,
  ],
  [
    'platform-knows-no-module',
    'platform imports a module',
    'server/src/platform/bad.ts',
    `import '../modules/agency/index.ts'`,
  ],
  [
    'bindings-and-calls-hold-no-sql',
    'routes import SQL',
    'server/src/modules/case/jobs.ts',
    `import './sql-search.ts'`,
  ],
  [
    'bindings-and-calls-hold-no-sql',
    'a call imports SQL',
    'server/src/modules/agency/bad.call.ts',
    `import './sql.ts'`,
  ],
  [
    'sql-decides-nothing',
    'SQL imports a rule',
    'server/src/modules/agency/sql-bad.ts',
    `import '@xingtan/domain/point'`,
  ],
  [
    'only-calls-reach-outside',
    'a use case reaches outside',
    'server/src/modules/agency/bad.ts',
    `import '../../external/post.ts'`,
  ],
  [
    'tools-use-only-the-database-setup-of-the-server',
    'a tool runs a use case',
    'tools/src/bad.ts',
    `import '@xingtan/server/modules/agency/index'`,
  ],
  [
    'modules-meet-at-their-front-door',
    'a module opens another',
    'server/src/modules/case/bad.ts',
    `import '../agency/get-agency.ts'`,
  ],
  [
    'modules-meet-at-their-front-door',
    'modules form a circle',
    'server/src/modules/agency/bad.ts',
    `import '../case/index.ts'`,
  ],
  ['features-never-meet', 'portal features meet', 'portal/src/features/home/bad.tsx', `import '../apply/apply.tsx'`],
  ['features-never-meet', 'office features meet', 'office/src/features/case/bad.tsx', `import '../queue/queue.tsx'`],
  ['no-cycles', 'a file imports itself', 'ui/src/bad.ts', `import './bad.ts'`],
])('%s is broken when %s', (rule, _sentence, path, source) => {
  plant({ ...LAWFUL, 'server/src/modules/case/sql-search.ts': 'export const search = 1\n', [path]: `${source}\n` })
  expect(findBoundaryViolations(folder).map((line) => line.split(':')[0])).toContain(rule)
})

test('no-cycles is broken by a circle of type imports', () => {
  plant({
    ...LAWFUL,
    'domain/src/a.ts': `import type { B } from './b.ts'\nexport type A = B\n`,
    'domain/src/b.ts': `import type { C } from './c.ts'\nexport type B = C\n`,
    'domain/src/c.ts': `import type { A } from './a.ts'\nexport type C = A\n`,
  })
  expect(findBoundaryViolations(folder)).toEqual(['no-cycles: domain/src/a.ts ↔ domain/src/b.ts ↔ domain/src/c.ts'])
})

test('lets a test use Node and the tools where its program may not', () => {
  plant({
    ...LAWFUL,
    'domain/src/point.test.ts': `import 'node:fs'\nimport './point.ts'\n`,
    'server/src/app.test.ts': `import '@xingtan/tools/start'\nimport '../test/database.ts'\n`,
  })
  expect(findBoundaryViolations(folder)).toEqual([])
})

function plant(files: Readonly<Record<string, string>>): void {
  for (const [path, source] of Object.entries(files)) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, source)
    const workspace = path.split('/')[0] ?? ''
    const exports = { './features/*': './src/features/*.tsx', './*': './src/*.ts' }
    writeFileSync(join(folder, workspace, 'package.json'), JSON.stringify({ exports }))
  }
}
