import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of the checkout. */
export const REPOSITORY = join(import.meta.dirname, '..', '..')

const NOT_OURS = new Set(['node_modules', 'dist', '.data', '.git', 'coverage', 'test-results', 'playwright-report'])

/** Every file below a folder that is ours (no packages, no build results), relative to it, with forward slashes. */
export function listFiles(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (NOT_OURS.has(entry.name) || path === 'bench/results') return []
    if (entry.isDirectory()) return listFiles(folder, path)
    return entry.isFile() ? [path] : []
  })
}

/** The program files among them. */
export function listSources(folder: string): string[] {
  return listFiles(folder).filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
}

/** Whether a file is a test or only serves tests; it never reaches a running product. */
export function isTestFile(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || /^[a-z0-9]+\/test\//.test(path)
}
