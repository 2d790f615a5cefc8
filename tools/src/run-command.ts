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

/** The text shown for an error. Names, not classes: the database setup lives in another workspace. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return ['PlainError', 'DatabaseSetupError'].includes(error.name) ? error.message : (error.stack ?? error.message)
}
