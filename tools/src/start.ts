import { buildSites } from './build-sites.ts'
import { PlainError } from './plain-error.ts'
import { printPeople } from './print-people.ts'
import { resetData } from './reset-data.ts'
import { describeFailure, runCommand } from './run-command.ts'
import type { Stack } from './stack.ts'
import { startStack } from './stack.ts'
import type { StartOptions } from './start-options.ts'
import { HELP, parseStartOptions } from './start-options.ts'

/** `npm start`: the whole product with demo data on this machine, until Ctrl-C. */
await runCommand(async (args) => {
  const options = parseStartOptions(args)
  if (options.isHelp) return console.log(HELP)
  const stopping = stopWanted()
  const databaseUrl = process.env['DATABASE_URL']
  if (options.isReset) await reset(options, databaseUrl)
  await buildSites(say)
  const stack = await Promise.race([startStack({ ...options, mode: 'demo', databaseUrl, log: say }), stopping])
  // Wanted to end before everything ran: our exit takes the started processes along.
  if (stack === undefined) {
    say('已中断。')
    process.exit(130)
  }
  announce(stack)
  await stopping
  say('正在停止，数据会保留。')
  await stack.stop()
  process.exit(0)
})

async function reset({ dataFolder }: StartOptions, databaseUrl: string | undefined): Promise<void> {
  if (databaseUrl !== undefined) {
    throw new PlainError(
      '设置了 DATABASE_URL 时不能用 --reset：已有的数据库不会被自动清空，请自行重建后再启动。',
      'With DATABASE_URL, --reset is refused: an existing database is never emptied; recreate it yourself.',
    )
  }
  await resetData(dataFolder)
  say('演示数据已清空。')
}

function announce({ urls, people, logFolder }: Stack): void {
  console.log(`手机访问 ${urls.phone}  日志 ${logFolder}  按 Ctrl-C 停止`)
  console.log(`ready portal=${urls.portal} office=${urls.office} sandbox=${urls.sandbox}`)
  console.log(printPeople(people))
}

/** Fulfils on Ctrl-C, on SIGTERM and when the program that launched us has gone. */
function stopWanted(): Promise<undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(undefined))
  const launcher = process.ppid
  setInterval(() => {
    if (process.ppid !== launcher) resolve(undefined)
  }, 1000).unref()
  process.on('uncaughtException', (error) => {
    console.error(describeFailure(error))
    process.exit(1)
  })
  return promise
}

function say(line: string): void {
  console.log(line)
}
