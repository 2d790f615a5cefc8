import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { PlainError } from './plain-error.ts'
import type { Ports } from './ports.ts'
import { toFlag, USUAL_PORTS } from './ports.ts'
import { REPOSITORY } from './repository.ts'

export interface StartOptions {
  readonly dataFolder: string
  readonly ports: Ports
  readonly today: string | undefined
  readonly isReset: boolean
  readonly isHelp: boolean
}

/** What `npm start -- --help` prints. */
export const HELP = `npm start -- [选项]
  --today 2026-10-12    把演示时钟拨到这一天
  --reset               清空演示数据，从头开始
  --data <文件夹>       数据文件夹(默认 .data)
${Object.entries(USUAL_PORTS)
  .map(([name, port]) => `  --${`${toFlag(name)} ${port}`.padEnd(25)} 端口`)
  .join('\n')}
环境变量 DATABASE_URL：使用已有的 PostgreSQL(15 或更新)，不启动内置的数据库。`

const Port = z.coerce.number().int().min(1).max(65_535)

/** Reads the flags of `npm start`; a mistake is one sentence. */
export function parseStartOptions(args: readonly string[]): StartOptions {
  const values = readFlags(args)
  const port = (name: keyof Ports): number => {
    const given = values[toFlag(name)]
    if (given === undefined) return USUAL_PORTS[name]
    return parse(Port, given, `--${toFlag(name)}`)
  }
  const today = values['today']
  return {
    dataFolder: typeof values['data'] === 'string' ? resolve(values['data']) : join(REPOSITORY, '.data'),
    ports: {
      portal: port('portal'),
      office: port('office'),
      sandbox: port('sandbox'),
      smtp: port('smtp'),
      portalMetrics: port('portalMetrics'),
      officeMetrics: port('officeMetrics'),
      workerMetrics: port('workerMetrics'),
    },
    today: today === undefined ? undefined : parse(z.iso.date(), today, '--today'),
    isReset: values['reset'] === true,
    isHelp: values['help'] === true,
  }
}

function readFlags(args: readonly string[]): Record<string, string | boolean | undefined> {
  const text = { type: 'string' } as const
  const mark = { type: 'boolean' } as const
  const ports = Object.fromEntries(Object.keys(USUAL_PORTS).map((name) => [toFlag(name), text]))
  try {
    const options = { data: text, today: text, reset: mark, help: mark, ...ports }
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values
  } catch (cause) {
    throw new PlainError(
      `不认识的选项：${args.join(' ')}。可用的选项见 npm start -- --help。`,
      `Unknown option; see npm start -- --help.`,
      { cause },
    )
  }
}

function parse<Value>(schema: z.ZodType<Value>, given: unknown, flag: string): Value {
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  throw new PlainError(`${flag} 的值 ${String(given)} 不正确。`, `The value of ${flag} is not valid.`)
}
