import type { Config } from '../config.ts'
import { fillPuzzlePool } from '../modules/account/index.ts'
import type { Services } from '../platform/context.ts'
import { fetchSandbox } from './fetch-sandbox.ts'
import { readReferenceFiles } from './read-files.ts'
import { type DemoPerson, seedPeople } from './seed-people.ts'
import { seedPlan } from './seed-plan.ts'
import { layDemoContent, layReference } from './sql.ts'
import { layPublicity } from './sql-content.ts'

/**
 * Loads reference data and, outside production, the demonstration; repeating it keeps what is there. Runs as
 * `migrator`. Returns the demo people.
 */
export async function seedDemo(services: Services, config: Config): Promise<DemoPerson[]> {
  const files = readReferenceFiles()
  await services.db.transaction({}, (tx) => layReference(tx, files))
  if (config.XINGTAN_MODE === 'production') return []
  await services.db.transaction({}, (tx) => layDemoContent(tx, files))
  await services.db.transaction({}, seedPlan)
  const world = await fetchSandbox(config.AUTHORITY_URL)
  const people = await services.db.transaction({}, (tx) => seedPeople(tx, services, world))
  await services.db.transaction({}, (tx) => layPublicity(tx, files))
  await fillPuzzlePool(services, Math.random)
  return people
}
