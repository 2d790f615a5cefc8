import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { REPOSITORY } from './repository.ts'

export interface ProgramResult {
  readonly code: number
  /** What it wrote to both outputs; empty when they were shown directly. */
  readonly output: string
}

export interface ProgramOptions {
  /** `show` passes the outputs through to the terminal, `keep` returns them. */
  readonly outputs: 'show' | 'keep'
  readonly env?: Readonly<Record<string, string>>
  /** Ends it with SIGTERM after this time. */
  readonly timeoutMs?: number
}

/** Runs a JavaScript or TypeScript file of the repository or of a package under the Node we run on ourselves. */
export function runScript(file: string, args: readonly string[], options: ProgramOptions): Promise<ProgramResult> {
  return runProgram(process.execPath, [join(REPOSITORY, file), ...args], options)
}

/** Runs any program in the folder of the checkout and waits for its end. */
export function runProgram(
  program: string,
  args: readonly string[],
  { outputs, env, timeoutMs }: ProgramOptions,
): Promise<ProgramResult> {
  const { promise, resolve, reject } = Promise.withResolvers<ProgramResult>()
  const stdio = outputs === 'show' ? 'inherit' : 'pipe'
  const child = spawn(program, args, {
    cwd: REPOSITORY,
    stdio: ['ignore', stdio, stdio],
    env: { ...process.env, ...env },
    ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
  })
  const chunks: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.once('error', reject)
  child.once('close', (code, signal) => {
    const output = Buffer.concat(chunks).toString()
    resolve({ code: code ?? 1, output: signal === null ? output : `${output}\nended by ${signal}` })
  })
  return promise
}
