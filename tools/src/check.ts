import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findBoundaryViolations } from './boundaries.ts'
import { findRepositoryViolations } from './repository-rules.ts'
import { listSources, REPOSITORY } from './repository.ts'
import { describeFailure, runCommand } from './run-command.ts'
import { runScript } from './run-program.ts'
import { findSourceViolations } from './source-rules.ts'

/** One question about the repository; the answer is the list of what is wrong, as text, and empty when nothing is. */
interface Check {
  readonly name: string
  readonly run: () => Promise<string>
}

const CHECKS: readonly Check[] = [
  { name: 'format', run: () => ask('node_modules/oxfmt/bin/oxfmt', ['--check', '.']) },
  { name: 'lint', run: () => ask('node_modules/oxlint/bin/oxlint', ['--type-aware', '--quiet', '.']) },
  { name: 'types', run: checkTypes },
  { name: 'boundaries', run: async () => findBoundaryViolations(REPOSITORY).join('\n') },
  { name: 'unused', run: () => ask('node_modules/knip/bin/knip.js', ['--no-progress', '--no-config-hints']) },
  { name: 'clock, environment, claims', run: async () => checkSources().join('\n') },
  { name: 'repository', run: async () => findRepositoryViolations(REPOSITORY, today()).join('\n') },
]

export interface CheckCounts {
  readonly passed: number
  readonly failed: number
}

/** Runs every check, prints one line with its time for each, and what is wrong below it. */
export async function check(names: readonly string[] = []): Promise<CheckCounts> {
  let failed = 0
  const chosen = CHECKS.filter(({ name }) => names.length === 0 || names.includes(name))
  for (const { name, run } of chosen) {
    const startedAt = performance.now()
    const wrong = await run().catch(describeFailure)
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    console.log(`${wrong === '' ? '✔' : '✘'} ${name.padEnd(24)}${seconds.padStart(6)} s`)
    if (wrong !== '') console.log(wrong)
    if (wrong !== '') failed += 1
  }
  return { passed: chosen.length - failed, failed }
}

async function ask(tool: string, args: readonly string[]): Promise<string> {
  const { code, output } = await runScript(tool, args, { outputs: 'keep' })
  return code === 0 ? '' : output.trim() || `exit code ${code}`
}

/** Each workspace has its own strictness; two compilers at a time fill two cores. */
async function checkTypes(): Promise<string> {
  const projects = readdirSync(REPOSITORY, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(REPOSITORY, entry.name, 'tsconfig.json')))
    .map(({ name }) => name)
    .filter((name) => listSources(join(REPOSITORY, name)).length > 0)
  const queue = [...projects, 'tsconfig.json']
  const wrong: string[] = []
  const work = async (): Promise<void> => {
    for (let project = queue.shift(); project !== undefined; project = queue.shift()) {
      wrong.push(await ask('node_modules/typescript/bin/tsc', ['-p', project]))
    }
  }
  await Promise.all([work(), work()])
  if (projects.length === 0) return 'no workspace with sources was found'
  return wrong.filter((text) => text !== '').join('\n')
}

function checkSources(): string[] {
  const files = listSources(REPOSITORY)
  if (files.length === 0) return ['no sources were found']
  return files.flatMap((path) => findSourceViolations(path, readFileSync(join(REPOSITORY, path), 'utf8')))
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runCommand(async (names) => {
    const { failed } = await check(names)
    if (failed > 0) process.exitCode = 1
  })
}
