import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'

/** One statement as the server got it: text and parameters in text form. */
export interface Statement {
  readonly text: string
  readonly values: readonly (string | null)[]
}

const ENTRY = /^#(\w+) (\w+): {2}([^]*)$/
const PARAMETER = /\$\d+ = (?:'((?:[^']|'')*)'|NULL)/g

function parseValues(detail: string): (string | null)[] {
  return [...detail.matchAll(PARAMETER)].map(([, value]) => value?.replaceAll("''", "'") ?? null)
}

/** The statements a role ran, in order, from the log written with the prefix `#<user> `. */
export function parseLog(log: string, role: string): Statement[] {
  const statements: { text: string; values: (string | null)[] }[] = []
  // Lines after the first of an entry begin with a tab.
  for (const entry of log.split(/\n(?=#)/)) {
    const [, user, level, said] = ENTRY.exec(entry.replaceAll('\n\t', '\n').trimEnd()) ?? []
    if (user !== role || said === undefined) continue
    const text = /^(?:execute [^:]*|statement): ([^]*)$/.exec(said)?.[1]
    if (level === 'LOG' && text !== undefined) statements.push({ text, values: [] })
    const last = statements.at(-1)
    if (level === 'DETAIL' && last !== undefined && /^parameters: /i.test(said)) last.values = parseValues(said)
  }
  return statements
}

function readFrom(file: string, offset: number): string {
  const handle = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(fstatSync(handle).size - offset)
    readSync(handle, bytes, 0, bytes.length, offset)
    return bytes.toString()
  } finally {
    closeSync(handle)
  }
}

/**
 * What a request asks of the database: runs it once with the statement log on and reads the log, so that a limit is made of
 * the very statements of the product, whatever they are today. `role` is the face's database role.
 */
export async function recordStatements(
  admin: Client,
  {
    logFile,
    role,
    request,
  }: { readonly logFile: string; readonly role: string; readonly request: () => Promise<void> },
): Promise<Statement[]> {
  await admin.query(`alter system set log_statement = 'all'`)
  await admin.query(`alter system set log_line_prefix = '#%u '`)
  await admin.query('select pg_reload_conf()')
  await sleep(500)
  const offset = statSync(logFile).size
  await request()
  await sleep(200)
  const log = readFrom(logFile, offset)
  await admin.query('alter system reset all')
  await admin.query('select pg_reload_conf()')
  await sleep(300)
  const statements = parseLog(log, role)
  if (statements.length === 0) throw new Error('the statement log was empty')
  return statements
}
