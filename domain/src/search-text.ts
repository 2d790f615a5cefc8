/** One writing for what is searched and what is searched for: full-width forms, capitals and spaces make no difference. */
export function searchWriting(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim()
}
