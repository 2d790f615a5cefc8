import { DocumentType } from '@xingtan/contract/document'
import { personKey } from '@xingtan/domain/person-identity'
import type { Crypto } from '../../platform/crypto.ts'

/** Blind indexes under which a typed text may be somebody's document number, whatever the document. */
export function personIndexesOf(crypto: Pick<Crypto, 'blindIndex'>, text: string): Buffer[] {
  const keys = DocumentType.options.flatMap((type) => personKey(type, text) ?? [])
  return [...new Set(keys)].map((key) => crypto.blindIndex('person', key))
}
