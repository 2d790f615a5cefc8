import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type InvariantLine, checkInvariants } from '@xingtan/server/invariants/check-invariants'
import { PlainError } from './plain-error.ts'

export interface BreachQuestion {
  /** A superuser's or the schema owner's. */
  readonly databaseUrl: string
  /** Data folder of the installation: its files, logs and, unless given, its secret. */
  readonly dataFolder: string
  readonly secret?: string | undefined
  readonly ledgerFile?: string | undefined
  readonly say: (line: string) => void
}

/** Checks every invariant of an installation, says one line each, and answers how many breaches there are. */
export async function countBreaches(question: BreachQuestion): Promise<number> {
  const { databaseUrl, dataFolder, secret, ledgerFile, say } = question
  const lines = await checkInvariants({
    databaseUrl,
    dataFolder: join(dataFolder, 'files'),
    secret: secret ?? readSecret(dataFolder),
    now: new Date(),
    ledgerFile,
    logFolder: join(dataFolder, 'logs'),
  })
  for (const line of lines) say(describe(line, ledgerFile !== undefined))
  return lines.reduce((sum, { breaches }) => sum + breaches, 0)
}

/** Without a ledger nobody was asked what they had been told: a dash, not a nought. */
function describe({ id, says, breaches, examples }: InvariantLine, hasLedger: boolean): string {
  const count = id === 'I-01' && !hasLedger ? '-' : String(breaches)
  const named = examples.map((example) => `\n               ${example}`).join('')
  return `${id}  ${count.padStart(7)}  ${says}${named}`
}

function readSecret(dataFolder: string): string {
  const file = join(dataFolder, 'secret')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  throw new PlainError(
    `${dataFolder} 中没有安装的密钥，无法核对审计。请用 --data 指明数据文件夹，或者设置 XINGTAN_SECRET。`,
    `There is no secret in ${dataFolder}, so the audit cannot be verified; use --data or XINGTAN_SECRET.`,
  )
}
