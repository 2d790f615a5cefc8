/**
 * A database that cannot be prepared: the message is one clear sentence for the person who runs the command,
 * Chinese first, English on the second line.
 */
export class DatabaseSetupError extends Error {
  override name = 'DatabaseSetupError'

  constructor(chinese: string, english: string) {
    super(`${chinese}\n${english}`)
  }
}
