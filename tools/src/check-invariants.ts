import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { countBreaches } from './count-breaches.ts'
import { findRunningDatabase } from './find-database.ts'
import { REPOSITORY } from './repository.ts'
import { runCommand } from './run-command.ts'

const HELP = `npm run check-invariants -- [选项]
  --data <文件夹>     安装的数据文件夹(默认 .data)
  --ledger <文件>     客户端收到的报名号，每行一个 {"registrationNumber": "…", "hash": "…"}
环境变量 DATABASE_URL：要检查的数据库，用户须是超级用户或属于 migrator；不设置时检查正在运行的内置数据库。
环境变量 XINGTAN_SECRET：安装的密钥；不设置时读取数据文件夹中的 secret。
只读取，不写入。有任何一条被违反时退出码为 1。`

/** `npm run check-invariants`: what must always hold, one line each with the number of breaches. */
await runCommand(async (args) => {
  const flag = { type: 'string' } as const
  const options = { data: flag, ledger: flag, help: { type: 'boolean' } } as const
  const { values } = parseArgs({ args: [...args], options, strict: true })
  if (values.help === true) return console.log(HELP)
  const dataFolder = values.data === undefined ? join(REPOSITORY, '.data') : resolve(values.data)
  const breaches = await countBreaches({
    databaseUrl: process.env['DATABASE_URL'] ?? findRunningDatabase(dataFolder),
    dataFolder,
    secret: process.env['XINGTAN_SECRET'],
    ledgerFile: values.ledger,
    say: (line) => console.log(line),
  })
  console.log(breaches === 0 ? '全部成立。' : `共 ${breaches} 处违反。`)
  process.exitCode = breaches === 0 ? 0 : 1
})
