const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** What a reader counts as one character: astral characters and variation selectors stay whole (S-101). */
function charactersOf(text: string): string[] {
  return [...graphemes.segment(text)].map((one) => one.segment)
}

/** Shows `head` and `tail` characters around stars, one star for each hidden character. */
function maskMiddle(text: string, head: number, tail: number): string {
  const characters = charactersOf(text)
  const hidden = Math.max(characters.length - head - tail, 0)
  return [...characters.slice(0, head), '*'.repeat(hidden), ...characters.slice(head + hidden)].join('')
}

/**
 * `330802********9970`: six and four characters of a resident number or residence permit; of the shorter travel permits
 * only the first and the last three, so that no less stays hidden than shown. 个人信息保护法 art. 51 (de-identification).
 */
export function maskDocumentNumber(number: string): string {
  if (number.length >= 15) return maskMiddle(number, 6, 4)
  return number.length >= 8 ? maskMiddle(number, 1, 3) : maskMiddle(number, 0, 0)
}

/** `138****5678`; numbers of another length show their last four digits at most. 个人信息保护法 art. 51. */
export function maskPhone(phone: string): string {
  if (phone.length === 11) return maskMiddle(phone, 3, 4)
  return maskMiddle(phone, 0, phone.length > 8 ? 4 : 0)
}

/**
 * `张*`, `张*明`, `欧**娜`: the first character, and the last from three characters on. 个人信息保护法 art. 51.
 */
export function maskName(name: string): string {
  const length = charactersOf(name).length
  if (length <= 1) return maskMiddle(name, 0, 0)
  return maskMiddle(name, 1, length === 2 ? 0 : 1)
}

/** `z***@example.cn`: always three stars, so that the length of the mailbox stays hidden. 个人信息保护法 art. 51. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  if (at === -1) return '***'
  const [first = ''] = charactersOf(email.slice(0, at))
  return `${at > first.length ? first : ''}***${email.slice(at)}`
}
