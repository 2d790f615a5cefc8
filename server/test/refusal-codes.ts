import { Problem } from '../src/platform/problem.ts'

/** Codes of all reasons a use case was refused with, in their order; none when it was done. Any other failure goes on. */
export async function codesOf(work: Promise<unknown>): Promise<string[]> {
  try {
    await work
    return []
  } catch (error) {
    if (error instanceof Problem) return error.reasons.map(({ code }) => code)
    throw error
  }
}

/** The first of them, or `done`. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  return (await codesOf(work))[0] ?? 'done'
}
