import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type InvariantLine, checkInvariants } from '@xingtan/server/invariants/check-invariants'
import { findRunningDatabase } from './find-database.ts'
import { PlainError } from './plain-error.ts'
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
  const lines = await checkInvariants({
    databaseUrl: process.env['DATABASE_URL'] ?? findRunningDatabase(dataFolder),
    dataFolder: join(dataFolder, 'files'),
    secret: readSecret(dataFolder),
    now: new Date(),
    ledgerFile: values.ledger,
    logFolder: join(dataFolder, 'logs'),
  })
  for (const line of lines) console.log(describe(line, values.ledger !== undefined))
  const breaches = lines.reduce((sum, line) => sum + line.breaches, 0)
  console.log(breaches === 0 ? '全部成立。' : `共 ${breaches} 处违反。`)
  process.exitCode = breaches === 0 ? 0 : 1
})

function describe({ id, says, breaches, examples }: InvariantLine, hasLedger: boolean): string {
  const count = id === 'I-01' && !hasLedger ? '-' : String(breaches)
  const named = examples.map((example) => `\n               ${example}`).join('')
  return `${id}  ${count.padStart(7)}  ${says}${named}`
}

function readSecret(dataFolder: string): string {
  const given = process.env['XINGTAN_SECRET']
  if (given !== undefined) return given
  const file = join(dataFolder, 'secret')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  throw new PlainError(
    `${dataFolder} 中没有安装的密钥，无法核对审计。请用 --data 指明数据文件夹，或者设置 XINGTAN_SECRET。`,
    `There is no secret in ${dataFolder}, so the audit cannot be verified; use --data or XINGTAN_SECRET.`,
  )
}
