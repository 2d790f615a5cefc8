/** A certificate number as its source writes it: full-width digits made plain, no spaces, capital letters. */
export function normaliseCertificateNumber(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/gu, '').toUpperCase()
}
