import type { Actor } from '../../platform/actor.ts'
import type { Crypto } from '../../platform/crypto.ts'

const LIFE_SECONDS = 15 * 60
const MAC_BYTES = 16

function ownerOf(actor: Actor): string {
  if (actor.kind === 'applicant') return actor.accountId
  if (actor.kind === 'officer') return actor.userId
  return 'nobody'
}

function macOf(crypto: Pick<Crypto, 'mac'>, actor: Actor, head: Buffer): Buffer {
  return crypto.mac('file-link', Buffer.concat([Buffer.from(ownerOf(actor)), head])).subarray(0, MAC_BYTES)
}

/** Address of a file for this caller alone, good for 15 minutes (S-047). */
export function makeFileLink(crypto: Pick<Crypto, 'mac'>, actor: Actor, fileId: string, now: Date): string {
  const head = Buffer.alloc(20)
  Buffer.from(fileId.replaceAll('-', ''), 'hex').copy(head)
  head.writeUInt32BE(Math.floor(now.getTime() / 1000) + LIFE_SECONDS, 16)
  return `/api/files/${Buffer.concat([head, macOf(crypto, actor, head)]).toString('base64url')}`
}

/** The file id behind a link, or undefined when it is not this caller's, edited, or over. */
export function readFileLink(
  crypto: Pick<Crypto, 'mac' | 'isEqual'>,
  actor: Actor,
  link: string,
  now: Date,
): string | undefined {
  const bytes = Buffer.from(link, 'base64url')
  if (bytes.length !== 20 + MAC_BYTES || bytes.toString('base64url') !== link) return undefined
  const head = bytes.subarray(0, 20)
  if (!crypto.isEqual(bytes.subarray(20), macOf(crypto, actor, head))) return undefined
  if (head.readUInt32BE(16) <= Math.floor(now.getTime() / 1000)) return undefined
  const hex = head.subarray(0, 16).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
