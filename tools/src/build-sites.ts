import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { listPagePaths } from './page-paths.ts'
import { PlainError } from './plain-error.ts'
import { isTestFile, listFiles, REPOSITORY } from './repository.ts'
import { runScript } from './run-program.ts'

const SITES = ['portal', 'office'] as const
/** What ends up in a site's bundle, beside its own files. */
const SHARED = ['ui', 'domain', 'contract']

/** Builds both sites; one whose sources have not changed since its last build is left as it is. */
export async function buildSites(log: (line: string) => void): Promise<void> {
  for (const site of SITES) {
    const stamp = join(REPOSITORY, 'node_modules', '.cache', 'xingtan', `${site}.built`)
    const wanted = hashOf(site)
    const isBuilt = ['index.html', 'page-paths.json'].every((name) => existsSync(join(REPOSITORY, site, 'dist', name)))
    if (isBuilt && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) continue
    log(`正在构建 ${site}。`)
    const { code, output } = await runScript('node_modules/vite/bin/vite.js', ['build', site], { outputs: 'keep' })
    if (code !== 0) throw new PlainError(`${site} 构建失败：\n${output.trimEnd()}`, `Building ${site} failed.`)
    writeFileSync(join(REPOSITORY, site, 'dist', 'page-paths.json'), JSON.stringify(listPagePaths(site)))
    mkdirSync(join(stamp, '..'), { recursive: true })
    writeFileSync(stamp, wanted)
  }
}

function hashOf(site: string): string {
  const hash = createHash('sha256').update(readFileSync(join(REPOSITORY, 'package-lock.json')))
  for (const folder of [site, ...SHARED]) {
    for (const path of listFiles(join(REPOSITORY, folder)).toSorted()) {
      if (isTestFile(`${folder}/${path}`)) continue
      hash.update(`${folder}/${path}\0`).update(readFileSync(join(REPOSITORY, folder, path)))
    }
  }
  return hash.digest('hex')
}
