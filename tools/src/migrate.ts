import { join } from 'node:path'
import { bootstrapSql } from '@xingtan/server/platform/bootstrap-database'
import { forEachRole } from '@xingtan/server/platform/database-roles'
import { databaseOf } from '@xingtan/server/platform/database-url'
import { openDatabase, passwordOf } from './database.ts'
import { readSecret } from './data-folder.ts'
import { REPOSITORY } from './repository.ts'
import { runCommand } from './run-command.ts'

const USAGE = 'npm run db:migrate [-- --print-sql]'

/**
 * `npm run db:migrate`: prepares the database of DATABASE_URL (or the embedded one in .data) and migrates it.
 * With `--print-sql` it only prints what an administrator has to run who does not grant CREATEROLE.
 */
await runCommand(async (args) => {
  const dataFolder = join(REPOSITORY, '.data')
  const databaseUrl = process.env['DATABASE_URL']
  const secret = readSecret(dataFolder)
  if (args.includes('--print-sql')) {
    if (databaseUrl === undefined) return console.log(`DATABASE_URL=postgres://… ${USAGE}`)
    const rolePasswords = forEachRole((role) => passwordOf(secret, role))
    const user = decodeURIComponent(new URL(databaseUrl).username)
    return console.log(bootstrapSql({ database: databaseOf(databaseUrl), rolePasswords, user }))
  }
  const database = await openDatabase({ dataFolder, databaseUrl, secret, log: (line) => console.log(line) })
  await database.stop()
})
