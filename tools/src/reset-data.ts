import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { claimFolder } from './claim-folder.ts'
import { homesOf } from './postgres-home.ts'
import { stopOrphanedPostmasters } from './postgres.ts'
import { stopOrphanedServices } from './service.ts'

/** Removes everything a data folder keeps. Refuses while a running Xingtan uses it. */
export async function resetData(dataFolder: string): Promise<void> {
  if (!existsSync(dataFolder)) return
  claimFolder(dataFolder)
  await stopOrphanedServices(dataFolder)
  const postgres = join(dataFolder, 'postgres')
  await stopOrphanedPostmasters(postgres)
  for (const folder of [...homesOf(postgres), dataFolder]) rmSync(folder, { recursive: true, force: true })
}
