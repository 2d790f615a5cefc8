import { personKey } from '@xingtan/domain/person-identity'
import { createCrypto } from '@xingtan/server/platform/crypto'
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
}

/** The hashes of the installation in this data folder. */
export function openKeyedHashes(dataFolder: string): KeyedHashes {
  const crypto = createCrypto({ secret: readSecret(dataFolder) })
  return {
    person: (number) => crypto.blindIndex('person', personKey('resident-id', number) ?? number),
    phone: (phone) => crypto.blindIndex('phone', phone),
    phoneCode: (id, code) => crypto.mac('phone-code', `${id}:${code}`),
    token: (token) => crypto.hashToken(token),
  }
}
