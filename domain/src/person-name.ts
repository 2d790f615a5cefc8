/** What is wrong with a name; every reason that holds is given. */
export type PersonNameFault =
  | 'too-short'
  | 'too-long'
  /** Marks that turn the reading direction and can disguise a name. */
  | 'bidi-control'
  /** Zero-width characters, variation selectors and control characters: unseen, yet different to a computer. */
  | 'invisible'
  | 'space'
  | 'digit'
  /** Latin, Greek or Cyrillic letters, among them those that look like parts of a Chinese name. */
  | 'foreign-letter'
  /** A dot at an end of the name or two dots in a row. */
  | 'separator'
  /** Characters of the private use area: old input methods put 䶮 and others there, and no printer knows them. */
  | 'private-use'
  | 'character'

export type PersonName =
  | { readonly kind: 'ok'; readonly name: string }
  | { readonly kind: 'bad'; readonly reasons: readonly PersonNameFault[] }

const SHORTEST = 2
const LONGEST = 40

/** All signs that keyboards and authorities write for the 间隔号 of minority names; U+00B7 is the standard one. */
const DOTS = /[\u00b7\u0387\u2022\u2024\u2027\u2219\u22c5\u2e31\u2e33\u30fb\uff0e\uff65]/gu
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Variation_Selector}\u034f\u115f\u1160\u3164\uffa0]/u

/**
 * Han characters of GB 18030: the unified ideographs, 〇, and the whole supplementary planes for ideographs, so that
 * the answer does not depend on how new the Unicode tables of the browser are.
 */
const HAN = /^(?:[\p{Unified_Ideograph}\u3007]|[\u{20000}-\u{3fffd}])$/u

const FAULT_BY_PATTERN: readonly (readonly [pattern: RegExp, fault: PersonNameFault])[] = [
  [BIDI, 'bidi-control'],
  [INVISIBLE, 'invisible'],
  [/\s/u, 'space'],
  [/[\p{Nd}\p{No}]/u, 'digit'],
  [/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u, 'foreign-letter'],
  [/\p{Co}/u, 'private-use'],
]

/** The one thing wrong with a single character, `undefined` for a Han character and the dot. */
function faultOf(character: string): PersonNameFault | undefined {
  if (character === '·' || HAN.test(character)) return undefined
  return FAULT_BY_PATTERN.find(([pattern]) => pattern.test(character))?.[1] ?? 'character'
}

/**
 * Reads a name as it stands on the identity document: Han characters of GB 18030 with its extensions (䶮 㛃 𠅤 𫖯) and
 * the dot of minority names, 2 to 40 characters. The result is in NFC without outer spaces, every kind of dot written
 * as `·` (S-087, S-101). GB 18030-2022; 居民身份证法 art. 3 and 4 (items and script of the card).
 */
export function parsePersonName(text: string): PersonName {
  const name = text.normalize('NFC').trim().replaceAll(DOTS, '·')
  const characters = Array.from(name)
  const reasons = new Set<PersonNameFault>()
  for (const character of characters) {
    const fault = faultOf(character)
    if (fault !== undefined) reasons.add(fault)
  }
  if (/^·|··|·$/u.test(name)) reasons.add('separator')
  if (characters.length < SHORTEST) reasons.add('too-short')
  if (characters.length > LONGEST) reasons.add('too-long')
  return reasons.size === 0 ? { kind: 'ok', name } : { kind: 'bad', reasons: [...reasons] }
}

/**
 * One spelling for comparing a name with what an authority answers: NFKC, no spaces and no unseen characters, every
 * kind of dot (the full stop too) as `·`. For comparison only; the name itself is stored as its document writes it.
 */
export function foldNameForMatching(name: string): string {
  const seen = name.replaceAll(DOTS, '·').normalize('NFKC').replaceAll(new RegExp(INVISIBLE, 'gu'), '')
  return seen.replaceAll(/\s/gu, '').replaceAll(/[.\u00b7]/gu, '·')
}
