import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withFreshDatabase } from './fresh-database.ts'
import { REPOSITORY } from './repository.ts'
import { runCommand } from './run-command.ts'
import { describeSchema } from './schema/describe-schema.ts'

/** `npm run db:schema`: writes what the migrations make of an empty database to `server/schema.sql`. */
await runCommand(async () => {
  const file = join(REPOSITORY, 'server', 'schema.sql')
  writeFileSync(file, await withFreshDatabase(describeSchema))
  console.log('server/schema.sql 已更新。')
})
