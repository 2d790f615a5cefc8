let notice: string | undefined

/** Remembers why the session is over, for the sign-in page that comes next. */
export function leaveEndNotice(sentence: string): void {
  notice = sentence
}

/** The sentence left behind, once. */
export function takeEndNotice(): string | undefined {
  const left = notice
  notice = undefined
  return left
}
