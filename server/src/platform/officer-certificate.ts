import { sm2Verify } from './crypto-sm2.ts'
import { readCertificate } from './certificate-reading.ts'
import type { ReadCertificate } from './certificate-reading.ts'

export type OfficerSignatureRefusal =
  | 'signature-empty'
  | 'certificate-unreadable'
  | 'authority-unusable'
  | 'algorithm'
  | 'chain'
  | 'not-yet-valid'
  | 'expired'
  | 'key-usage'
  | 'revoked'
  | 'other-key'
  | 'signature-wrong'

export interface OfficerSignature {
  /** The exact bytes the key was asked to sign. */
  readonly challenge: Uint8Array
  /** DER. */
  readonly signature: Uint8Array
  readonly certificateDer: Uint8Array
  /** The one authority whose certificates open the office. */
  readonly caDer: Uint8Array
  readonly now: Date
  /** Serials in upper-case hex. */
  readonly revokedSerials: ReadonlySet<string> | readonly string[]
  /** Serial on file for the user who signs in; upper-case hex. */
  readonly filedSerial?: string
}

export type OfficerSignatureResult =
  | { readonly kind: 'ok'; readonly serial: string; readonly holder: string }
  | { readonly kind: 'refused'; readonly reason: OfficerSignatureRefusal }

function refusePeriod({ notBefore, notAfter }: ReadCertificate, now: Date): OfficerSignatureRefusal | undefined {
  if (now < notBefore) return 'not-yet-valid'
  return now > notAfter ? 'expired' : undefined
}

function refuseChain(officer: ReadCertificate, ca: ReadCertificate): OfficerSignatureRefusal | undefined {
  // Name and signature both: a name can be copied, and a signature alone does not say whose it claims to be.
  if (!officer.issuer.equals(ca.subject)) return 'chain'
  if (!sm2Verify(officer.signedBytes, officer.signature, ca.publicKey)) return 'chain'
  return undefined
}

function isUsableAuthority(ca: ReadCertificate, now: Date): boolean {
  return ca.isAuthority && ca.maySignCertificates && refusePeriod(ca, now) === undefined
}

/**
 * Whether a challenge was signed by an officer's key: chain to our authority, dates, algorithms on the allow-list, key
 * usage, the serial on file, revocation, and last the SM2 signature itself (S-033, S-035). Plain ECDSA over the SM2
 * curve does not verify. Whether the challenge is fresh and unused is for the caller, who made it (S-034).
 */
export function verifyOfficerSignature(given: OfficerSignature): OfficerSignatureResult {
  const refused = (reason: OfficerSignatureRefusal): OfficerSignatureResult => ({ kind: 'refused', reason })
  if (given.signature.length === 0 || given.challenge.length === 0) return refused('signature-empty')
  const authority = readCertificate(given.caDer)
  if (authority.kind === 'refused' || !isUsableAuthority(authority.certificate, given.now)) {
    return refused('authority-unusable')
  }
  const reading = readCertificate(given.certificateDer)
  if (reading.kind === 'refused') return refused(reading.reason)
  const officer = reading.certificate
  const reason = refuseChain(officer, authority.certificate) ?? refusePeriod(officer, given.now)
  if (reason !== undefined) return refused(reason)
  if (officer.isAuthority || !officer.maySignData) return refused('key-usage')
  if (new Set(given.revokedSerials).has(officer.serial)) return refused('revoked')
  if (given.filedSerial !== undefined && given.filedSerial !== officer.serial) return refused('other-key')
  if (!sm2Verify(given.challenge, given.signature, officer.publicKey)) return refused('signature-wrong')
  return { kind: 'ok', serial: officer.serial, holder: officer.holder }
}
