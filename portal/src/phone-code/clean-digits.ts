/** Digits of a pasted or typed number without the gaps, dashes and country code people copy along. */
export function cleanPhone(text: string): string {
  const digits = text.normalize('NFKC').replaceAll(/[\s\p{Pd}()]/gu, '')
  return digits.replace(/^(?:\+|00)?86(?=1\d{10}$)/, '')
}

/** The six digits of a code, also when the whole sentence around it was pasted. */
export function cleanCode(text: string): string {
  const plain = text.normalize('NFKC')
  return /(?<!\d)\d{6}(?!\d)/.exec(plain)?.[0] ?? plain.replaceAll(/\s/g, '')
}

/** A document or certificate number without gaps, full-width characters made plain, letters in capitals. */
export function cleanNumber(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()
}
