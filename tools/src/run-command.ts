/**
 * Runs a command's main function. Errors meant for people are printed as they are; anything else keeps its stack,
 * because it is a defect. The exit code is 1 either way.
 */
export async function runCommand(main: (args: readonly string[]) => Promise<void>): Promise<void> {
  try {
    await main(process.argv.slice(2))
  } catch (error) {
    console.error(describeFailure(error))
    process.exitCode = 1
  }
}

/** What a failed call to the operating system means, by its code; the path or port is added behind. */
const SYSTEM_SENTENCES: Readonly<Record<string, readonly [string, string]>> = {
  ENOSPC: ['磁盘已满。请腾出空间后再试', 'The disk is full; free some space and try again'],
  EDQUOT: ['磁盘配额已用完。请腾出空间后再试', 'The disk quota is used up; free some space and try again'],
  EACCES: ['没有权限访问文件或端口', 'No permission to use the file or port'],
  EPERM: ['没有权限执行操作', 'The operation is not permitted'],
  EROFS: ['所在的磁盘是只读的', 'The disk is read-only'],
  EADDRINUSE: ['端口已被占用', 'The port is taken'],
  ECONNREFUSED: ['连接不上', 'The connection was refused'],
}

/** The text shown for an error. Names, not classes: the database setup lives in another workspace. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (['PlainError', 'DatabaseSetupError'].includes(error.name)) return error.message
  const sentence = SYSTEM_SENTENCES['code' in error ? String(error.code) : '']
  if (sentence === undefined) return error.stack ?? error.message
  const where = 'path' in error ? String(error.path) : error.message
  return `${sentence[0]}：${where}\n${sentence[1]}: ${where}`
}
