import { argon2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import type { Crypto } from './crypto.ts'

/** Too many passwords are waiting to be hashed; the caller answers 503 with Retry-After. Case S-172. */
export class Overloaded extends Error {
  override name = 'Overloaded'
}

export interface PasswordHasher {
  /** The text to store. Throws `Overloaded` when the queue is full. */
  hash(password: string): Promise<string>
  /**
   * Whether the password is the stored one. Pass `undefined` for an unknown account: the same work is
   * done and the answer is no, so that the time taken tells nothing. Throws `Overloaded`. Case S-002.
   */
  verify(password: string, stored: string | undefined): Promise<boolean>
  /** Whether a stored text was made with other costs or an older secret and should be replaced after a sign-in. */
  isStale(stored: string): boolean
}

export interface PasswordHasherOptions {
  crypto: Pick<Crypto, 'mac' | 'isEqual' | 'currentKeyId'>
  /** How many are hashed at the same time: the number of cores. */
  concurrency: number
  /** How many may wait for their turn before the next is turned away. */
  queueLimit?: number
}

interface Cost {
  memoryKib: number
  passes: number
  lanes: number
}

/** ASVS 5.0 11.4.2: argon2id with 46 MiB, one pass, one lane. */
const COST: Cost = { memoryKib: 46 * 1024, passes: 1, lanes: 1 }
const SALT_BYTES = 16
const TAG_BYTES = 32
const PURPOSE = 'password'
const FORM = /^\$argon2id-hmacsm3\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$k=(\d+)\$([\w-]+)\$([\w-]+)$/

interface StoredHash extends Cost {
  keyId: number
  salt: Buffer
  tag: Buffer
}

function parseStored(stored: string): StoredHash {
  const parts = FORM.exec(stored)
  if (parts === null) throw new Error('The stored password hash has an unknown form.')
  const [, memory, passes, lanes, keyId, salt = '', tag = ''] = parts
  return {
    memoryKib: Number(memory),
    passes: Number(passes),
    lanes: Number(lanes),
    keyId: Number(keyId),
    salt: Buffer.from(salt, 'base64url'),
    tag: Buffer.from(tag, 'base64url'),
  }
}

function toText({ memoryKib, passes, lanes, keyId, salt, tag }: StoredHash): string {
  const cost = `m=${memoryKib},t=${passes},p=${lanes}`
  const encoded = [salt, tag].map((bytes) => bytes.toString('base64url')).join('$')
  return `$argon2id-hmacsm3$v=19$${cost}$k=${keyId}$${encoded}`
}

/** Runs at most `concurrency` tasks at once; `queueLimit` more wait in order; the next one is turned away at once. */
function createQueue(concurrency: number, queueLimit: number) {
  const waiting: (() => void)[] = []
  let running = 0
  return async <Result>(task: () => Promise<Result>): Promise<Result> => {
    if (running >= concurrency) {
      if (waiting.length >= queueLimit) throw new Overloaded('Too many passwords are waiting to be hashed.')
      // Whoever finishes hands its place over, so `running` stays as it is.
      await new Promise<void>((start) => waiting.push(start))
    } else {
      running += 1
    }
    try {
      return await task()
    } finally {
      const next = waiting.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }
}

const argon2Async = promisify(argon2)

/**
 * Password storage: argon2id, then HMAC-SM3 under a key that is not in the database (NIST SP 800-63B-4 §3.1.1.2
 * keyed step), so that a stolen table cannot be attacked offline. Cases S-002, S-009, S-010, S-172.
 */
export function createPasswordHasher({ crypto, concurrency, queueLimit = 50 }: PasswordHasherOptions): PasswordHasher {
  const inQueue = createQueue(concurrency, queueLimit)

  const tagOf = async (password: string, hash: Omit<StoredHash, 'tag'>): Promise<Buffer> => {
    const raw = await argon2Async('argon2id', {
      // NFKC lets a password typed with full-width letters match; argon2 reads every byte, nothing is cut.
      message: Buffer.from(password.normalize('NFKC'), 'utf8'),
      nonce: hash.salt,
      parallelism: hash.lanes,
      memory: hash.memoryKib,
      passes: hash.passes,
      tagLength: TAG_BYTES,
    })
    return crypto.mac(PURPOSE, raw, hash.keyId)
  }

  const fresh = () => ({ ...COST, keyId: crypto.currentKeyId, salt: randomBytes(SALT_BYTES) })
  // A random tag: no password leads to it.
  const nobody = { ...fresh(), tag: randomBytes(TAG_BYTES) }

  return {
    hash: (password) =>
      inQueue(async () => {
        const hash = fresh()
        return toText({ ...hash, tag: await tagOf(password, hash) })
      }),
    verify: (password, stored) =>
      inQueue(async () => {
        const hash = stored === undefined ? nobody : parseStored(stored)
        return crypto.isEqual(await tagOf(password, hash), hash.tag)
      }),
    isStale: (stored) => {
      const { memoryKib, passes, lanes, keyId } = parseStored(stored)
      const isCostSame = memoryKib === COST.memoryKib && passes === COST.passes && lanes === COST.lanes
      return !isCostSame || keyId !== crypto.currentKeyId
    },
  }
}
