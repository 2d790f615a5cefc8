/**
 * An error whose message is the whole story for the person who typed the command: it is printed as it is, without
 * a stack trace. Chinese first, one English line below.
 */
export class PlainError extends Error {
  override name = 'PlainError'

  constructor(chinese: string, english: string, options?: ErrorOptions) {
    super(`${chinese}\n${english}`, options)
  }
}
