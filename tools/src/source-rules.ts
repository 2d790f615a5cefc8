import { matchesGlob } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import { isTestFile } from './repository.ts'

/** Where the current time may be read: one module of the server, and programs that are not the product. */
const CLOCK_ALLOWED = [
  'server/src/platform/clock.ts',
  'sandbox/**',
  'tools/**',
  'e2e/**',
  'bench/**',
  // A display clock only: the autosave stamp and countdowns. What is open or late is decided by the server.
  'ui/src/display-clock.ts',
]

/** Where the environment may be read: one file per program (P19), and the tools that start them. */
const ENVIRONMENT_ALLOWED = [
  'server/src/config.ts',
  'sandbox/src/config.ts',
  'server/test/database-cluster.ts',
  'tools/**',
  'e2e/**',
  'bench/**',
]

/** Reads of the clock or of the environment outside the files allowed to, one line each. */
export function findSourceViolations(path: string, source: string): string[] {
  const found: string[] = []
  const mayReadClock = isTestFile(path) || isOneOf(path, CLOCK_ALLOWED)
  const mayReadEnvironment = !path.includes('/') || isOneOf(path, ENVIRONMENT_ALLOWED)
  const report = (what: string, start: number): void => {
    found.push(`${path}:${source.slice(0, start).split('\n').length} ${what}`)
  }
  const visitor = new Visitor({
    NewExpression({ callee, arguments: given, start }) {
      const isNow = callee.type === 'Identifier' && callee.name === 'Date' && given.length === 0
      if (isNow && !mayReadClock) report('reads the clock (new Date())', start)
    },
    CallExpression({ callee, start }) {
      const isNow = callee.type === 'Identifier' && callee.name === 'Date'
      if (isNow && !mayReadClock) report('reads the clock (Date())', start)
    },
    MemberExpression({ object, property, start }) {
      if (object.type !== 'Identifier' || property.type !== 'Identifier') return
      const name = `${object.name}.${property.name}`
      if (['Date.now', 'Temporal.Now'].includes(name) && !mayReadClock) report(`reads the clock (${name})`, start)
      if (name === 'process.env' && !mayReadEnvironment) report('reads the environment (process.env)', start)
    },
    ImportDeclaration({ source: from, start }) {
      const isProcess = from.value === 'node:process' || from.value === 'process'
      if (isProcess && !mayReadEnvironment) report('imports the process, and with it the environment', start)
    },
    VariableDeclarator({ id, init, start }) {
      const isTakenApart = id.type === 'ObjectPattern' && init?.type === 'Identifier' && init.name === 'process'
      if (isTakenApart && !mayReadEnvironment) report('takes the process apart, and with it the environment', start)
    },
  })
  visitor.visit(parseSync(path, source).program)
  return found
}

function isOneOf(path: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matchesGlob(path, pattern))
}
