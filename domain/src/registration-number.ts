/** Digits drawn at random; the check digit follows them. */
const RANDOM_DIGITS = 14

/**
 * ISO 7064 MOD 11,10 over fourteen digits. Chosen over Luhn, which lets 09 ↔ 90 pass: this one finds every wrong
 * digit and every swap of neighbours that changes the check, and its check character is always a digit.
 */
function checkDigit(digits: string): string {
  let product = 10
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10
    product = ((sum === 0 ? 10 : sum) * 2) % 11
  }
  return String((11 - product) % 10)
}

/**
 * 报名号: fourteen random digits and a check digit. It carries no meaning and cannot be guessed; the caller draws the
 * digits from a cryptographic source. No official format is published, so this one is our own.
 * Throws RangeError unless given exactly fourteen digits.
 */
export function composeRegistrationNumber(fourteenDigits: string): string {
  if (!/^\d{14}$/.test(fourteenDigits)) throw new RangeError('a registration number is made of fourteen digits')
  return fourteenDigits + checkDigit(fourteenDigits)
}

/** Typed or pasted text without its spaces and hyphens, full-width digits made plain; not judged. */
export function normaliseRegistrationNumber(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s-]/gu, '')
}

/** Whether a normalised text is a registration number with the right check digit. */
export function isRegistrationNumber(text: string): boolean {
  return /^\d{15}$/.test(text) && text.endsWith(checkDigit(text.slice(0, RANDOM_DIGITS)))
}

/** For reading aloud and for print: three groups of five, `12345 67890 12345`. */
export function formatRegistrationNumber(number: string): string {
  return number.replaceAll(/(\d{5})(?=\d)/g, '$1 ')
}
