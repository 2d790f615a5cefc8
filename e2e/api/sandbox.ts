import { SIGN_PATH, SignAnswer } from '@xingtan/contract/authority/key-middleware'
import { type InboxSms, SmsInbox } from '@xingtan/contract/authority/sandbox-control'
import { SandboxPeople, type SandboxPerson, type Scenario } from '@xingtan/contract/authority/sandbox-person'
import type { Product } from './product.ts'
import { waitUntil } from './wait-until.ts'

export const PIN = '246810'

/** Types that a county recognises itself: 幼儿园, 小学, 初中. */
const LOCAL_TYPES: ReadonlySet<number> = new Set([1, 2, 3])
const CITY_TYPES: ReadonlySet<number> = new Set([4, 5, 6])

async function findOfTypes(
  product: Product,
  scenario: Scenario,
  { place, types }: { readonly place: number; readonly types: ReadonlySet<number> },
): Promise<SandboxPerson> {
  const response = await fetch(`${product.sandbox}/people?scenario=${scenario}`)
  const { people } = SandboxPeople.parse(await response.json())
  const person = people.filter(({ proofs }) => types.has(proofs[0]?.qualificationType ?? 0))[place]
  if (person === undefined) throw new Error(`the sandbox has no person ${place} of the scenario ${scenario}`)
  return person
}

/**
 * The person at `place` among those of a scenario whose case belongs to 柯城区. The first ten are left to the
 * demonstration, which gives some of them accounts; each journey takes people of its own.
 */
export function findPerson(product: Product, scenario: Scenario, place: number): Promise<SandboxPerson> {
  return findOfTypes(product, scenario, { place, types: LOCAL_TYPES })
}

/** A graduate whose proof is of a type that the city recognises. */
export function findCityPerson(product: Product, place: number): Promise<SandboxPerson> {
  return findOfTypes(product, 'graduate', { place, types: CITY_TYPES })
}

/** What a phone has received. */
export async function readInbox(product: Product, phone: string): Promise<readonly InboxSms[]> {
  const response = await fetch(`${product.sandbox}/inbox/sms?phone=${phone}`)
  return SmsInbox.parse(await response.json()).messages
}

/** Receipts of the codes a phone has now; the next code is one that is not among them. */
export async function listReceipts(product: Product, phone: string): Promise<readonly string[]> {
  return (await readInbox(product, phone)).map(({ receipt }) => receipt)
}

/** The code of an SMS that was not there before. */
export async function readNewCode(product: Product, phone: string, known: readonly string[]): Promise<string> {
  return waitUntil(`a code for ${phone}`, async () => {
    const messages = await readInbox(product, phone)
    const codes = messages
      .filter(({ receipt }) => !known.includes(receipt))
      .map(({ text }) => /验证码\D*(\d{6})/.exec(text)?.[1])
    return codes.find((code) => code !== undefined)
  })
}

/** The activation code of a user in the newest SMS to a phone, once it is there. */
export async function readActivationCode(product: Product, phone: string): Promise<string | undefined> {
  return (await readInbox(product, phone)).map(({ text }) => /激活码 ([\w-]+)/.exec(text)?.[1]).find(Boolean)
}

/** What the key beside an officer's browser answers to a challenge. */
export async function signWithKey(product: Product, serial: string, challenge: string): Promise<SignAnswer> {
  const response = await fetch(`${product.sandbox}${SIGN_PATH}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: product.office },
    body: JSON.stringify({ serial, pin: PIN, challenge }),
  })
  return SignAnswer.parse(await response.json())
}
