import { personKey } from '@xingtan/domain/person-identity'
import { canonicalJson } from '@xingtan/server/platform/canonical-json'
import { createCrypto } from '@xingtan/server/platform/crypto'
import { keyProofInputHash } from '@xingtan/server/platform/key-proof'
import { readSecret } from './data-folder.ts'

/** Hashes only an installation's secret can make, for arranging rows that the server is to find. */
export interface KeyedHashes {
  /** Blind index of a resident identity number. */
  person(number: string): Buffer
  phone(phone: string): Buffer
  /** What is kept of a phone code: of its id and its digits. */
  phoneCode(id: string, code: string): Buffer
  /** What is kept of a cookie. */
  token(token: string): Buffer
  /** What a fresh signature for an act is bound to (S-036). */
  act(endpointName: string, input: object): Buffer
}

/** The hashes of the installation in this data folder. */
export function openKeyedHashes(dataFolder: string): KeyedHashes {
  const crypto = createCrypto({ secret: readSecret(dataFolder) })
  return {
    person: (number) => crypto.blindIndex('person', personKey('resident-id', number) ?? number),
    phone: (phone) => crypto.blindIndex('phone', phone),
    phoneCode: (id, code) => crypto.mac('phone-code', `${id}:${code}`),
    token: (token) => crypto.hashToken(token),
    act: (endpointName, input) => keyProofInputHash(crypto, endpointName, canonicalJson([input, null])),
  }
}
