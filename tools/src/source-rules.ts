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
  // Clock of the applicant's own computer: when an idle session ends.
  'portal/src/session/activity.ts',
  // Clocks of the officer's own computer, shown or waited for; what is open or late is decided by the server.
  'office/src/session/{activity,presence}.ts',
  'office/src/layout/session-end-warning.tsx',
  'office/src/features/sign-in/key-form.tsx',
]

/** A comment that switches a rule off; the reason stands behind two dashes or in a comment right above. */
const SUPPRESSION = /^\s*(?:(?:ox|es)lint-disable|@ts-)/

/** Where the environment may be read: one file per program (P19), and the tools that start them. */
const ENVIRONMENT_ALLOWED = [
  'server/src/config.ts',
  'sandbox/src/config.ts',
  '*/*.config.ts',
  'tools/**',
  'e2e/**',
  'bench/**',
]

/**
 * Reads of the clock or of the environment outside the files allowed to, and claims to the compiler (`as`, switched-off
 * lint rules) that state no reason; one line each.
 */
export function findSourceViolations(path: string, source: string): string[] {
  const { program, comments } = parseSync(path, source)
  const isExplained = (first: number, last: number): boolean =>
    comments.some((comment) => {
      const line = lineOf(source, comment.end)
      return !SUPPRESSION.test(comment.value) && line >= first && line <= last
    })
  const found = comments
    .filter(({ value, start }) => {
      const line = lineOf(source, start)
      return SUPPRESSION.test(value) && !/ -- \S|@ts-expect-error \S/.test(value) && !isExplained(line - 1, line)
    })
    .map(({ start }) => `${path}:${lineOf(source, start)} switches a rule off without saying why`)
  const mayReadClock = isTestFile(path) || isOneOf(path, CLOCK_ALLOWED)
  const mayReadEnvironment = !path.includes('/') || isTestFile(path) || isOneOf(path, ENVIRONMENT_ALLOWED)
  const report = (what: string, start: number): void => {
    found.push(`${path}:${lineOf(source, start)} ${what}`)
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
    TSAsExpression({ typeAnnotation, start, end }) {
      if (source.slice(typeAnnotation.start, typeAnnotation.end) === 'const') return
      const isClaimExplained = isExplained(lineOf(source, start) - 2, lineOf(source, end))
      if (!isClaimExplained) report('claims a type (as) without a reason beside it', start)
    },
    VariableDeclarator({ id, init, start }) {
      const isTakenApart = id.type === 'ObjectPattern' && init?.type === 'Identifier' && init.name === 'process'
      if (isTakenApart && !mayReadEnvironment) report('takes the process apart, and with it the environment', start)
    },
  })
  visitor.visit(program)
  return found
}

function lineOf(source: string, position: number): number {
  return source.slice(0, position).split('\n').length
}

function isOneOf(path: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matchesGlob(path, pattern))
}
