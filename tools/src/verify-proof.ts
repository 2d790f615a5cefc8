import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { PublishedCheckpoint } from '@xingtan/server/platform/audit-checkpoint'
import { GrowthProof, InclusionProof, faultOfGrowth, faultOfInclusion } from '@xingtan/server/platform/audit-proof'
import { PlainError } from './plain-error.ts'
import { runCommand } from './run-command.ts'

const HELP = `npm run verify-proof -- <证明文件.json> --key <检查点公钥>
  存在证明：另外不需要任何文件。
  增长证明：加上 --from <较早的检查点.json> --to <较晚的检查点.json>。
不连接数据库，也不连接网络。证明成立时退出码为 0。`

const FAULTS = {
  signature: '签名不是这个公钥的',
  place: '事件的位置不符',
  root: '事件不在这个检查点之内',
  checkpoint: '证明说的不是这两个检查点',
  lane: '较晚的检查点改写了较早的历史',
} as const

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

function faultOf(
  file: string,
  key: string,
  ends: { readonly from?: string | undefined; readonly to?: string | undefined },
) {
  const said = read(file)
  const inclusion = InclusionProof.safeParse(said)
  if (inclusion.success) return faultOfInclusion(inclusion.data, key)
  const growth = GrowthProof.safeParse(said)
  if (!growth.success) throw new PlainError('这个文件不是审计证明。', 'This file is no proof of the audit.')
  if (ends.from === undefined || ends.to === undefined) {
    throw new PlainError('增长证明需要 --from 和 --to。', 'A proof of growth needs --from and --to.')
  }
  const [from, to] = [PublishedCheckpoint.parse(read(ends.from)), PublishedCheckpoint.parse(read(ends.to))]
  return faultOfGrowth(growth.data, { from, to }, key)
}

/** `npm run verify-proof`: checks a proof of the audit with nothing but the file and the key (S-141). */
await runCommand(async (args) => {
  const flag = { type: 'string' } as const
  const options = { key: flag, from: flag, to: flag } as const
  const { values, positionals } = parseArgs({ args: [...args], options, strict: true, allowPositionals: true })
  const [file] = positionals
  if (file === undefined || values.key === undefined) {
    console.log(HELP)
    process.exitCode = 2
    return
  }
  const fault = faultOf(file, values.key, values)
  console.log(fault === undefined ? '证明成立。' : `证明不成立：${FAULTS[fault]}。`)
  process.exitCode = fault === undefined ? 0 : 1
})
