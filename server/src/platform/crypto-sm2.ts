import { sm2 } from 'sm-crypto-v2'

/** SM2 keys in hexadecimal: private 64 digits, public 130 digits beginning with 04 (uncompressed point). */
export interface Sm2KeyPair {
  privateKey: string
  publicKey: string
}

/** The signer's identity when none is agreed, GB/T 35276-2017 §10. */
const STANDARD_USER_ID = '1234567812345678'

const SIGNING = { der: true, hash: true, userId: STANDARD_USER_ID } as const

/** A fresh key pair. Only for software keys; a hardware key makes its own. */
export function createSm2KeyPair(): Sm2KeyPair {
  return sm2.generateKeyPairHex()
}

/**
 * Signs a message with SM2 and SM3 (GB/T 32918.2). The result is DER.
 * Node's own EC signing over this curve is plain ECDSA, which no SM2 verifier accepts, so a library does it.
 */
export function sm2Sign(message: Uint8Array | string, { privateKey, publicKey }: Sm2KeyPair): Buffer {
  const signature = sm2.doSignature(Buffer.from(message), privateKey, { ...SIGNING, publicKey })
  return Buffer.from(signature, 'hex')
}

/** Whether a DER signature over the message is the key's. Malformed input of any kind is simply not valid. */
export function sm2Verify(message: Uint8Array | string, signature: Uint8Array, publicKey: string): boolean {
  try {
    if (!/^04[0-9a-f]{128}$/i.test(publicKey)) return false
    return sm2.doVerifySignature(Buffer.from(message), Buffer.from(signature).toString('hex'), publicKey, SIGNING)
  } catch {
    // The library throws on signatures that do not parse and on points off the curve; for a verifier that is a "no".
    return false
  }
}

/** The key pair of a private key that was derived elsewhere: 32 bytes, not zero. */
export function sm2KeyPairOf(privateKey: Uint8Array): Sm2KeyPair {
  const hex = Buffer.from(privateKey).toString('hex')
  return { privateKey: hex, publicKey: sm2.getPublicKeyFromPrivateKey(hex) }
}
