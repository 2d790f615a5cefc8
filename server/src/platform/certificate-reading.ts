import { AsnConvert } from '@peculiar/asn1-schema'
import {
  BasicConstraints,
  Certificate,
  KeyUsage,
  KeyUsageFlags,
  id_ce_basicConstraints,
  id_ce_keyUsage,
} from '@peculiar/asn1-x509'
import type { Name, TBSCertificate } from '@peculiar/asn1-x509'

const EC_PUBLIC_KEY = '1.2.840.10045.2.1'
const SM2_WITH_SM3 = '1.2.156.10197.1.501'
/** DER of the object identifier 1.2.156.10197.1.301, the SM2 curve. */
const SM2_CURVE = '06082a811ccf5501822d'
const COMMON_NAME = '2.5.4.3'
const MAX_BYTES = 8192
/** Critical extensions that are understood here; any other must refuse the certificate (RFC 5280 §4.2). */
const UNDERSTOOD = new Set([id_ce_basicConstraints, id_ce_keyUsage])

/** What a decision needs of a certificate; every algorithm in it has been found on the allow-list. */
export interface ReadCertificate {
  /** Upper-case hex without leading zeros. */
  readonly serial: string
  /** Common name of the subject. */
  readonly holder: string
  /** DER of the names, to be compared byte by byte. */
  readonly subject: Buffer
  readonly issuer: Buffer
  /** 130 hex digits beginning with 04. */
  readonly publicKey: string
  readonly notBefore: Date
  readonly notAfter: Date
  readonly isAuthority: boolean
  readonly maySignData: boolean
  readonly maySignCertificates: boolean
  /** The bytes the issuer signed, and its signature (DER). */
  readonly signedBytes: Uint8Array
  readonly signature: Uint8Array
}

export type CertificateReading =
  | { readonly kind: 'ok'; readonly certificate: ReadCertificate }
  | { readonly kind: 'refused'; readonly reason: 'certificate-unreadable' | 'algorithm' }

const hex = (bytes: ArrayBuffer) => Buffer.from(bytes).toString('hex')
const der = (name: Name) => Buffer.from(AsnConvert.serialize(name))

function usesAllowedAlgorithms({ tbsCertificate, signatureAlgorithm }: Certificate): boolean {
  const { signature, subjectPublicKeyInfo } = tbsCertificate
  const { algorithm, parameters } = subjectPublicKeyInfo.algorithm
  return (
    signatureAlgorithm.algorithm === SM2_WITH_SM3 &&
    signature.algorithm === SM2_WITH_SM3 &&
    algorithm === EC_PUBLIC_KEY &&
    parameters instanceof ArrayBuffer &&
    hex(parameters) === SM2_CURVE
  )
}

function findCommonName(name: Name): string | undefined {
  const values = name.flatMap((part) => part.filter(({ type }) => type === COMMON_NAME))
  return values.length === 1 ? values[0]?.value.toString() : undefined
}

function readExtensions({ extensions }: TBSCertificate) {
  const find = (id: string) => extensions?.find(({ extnID }) => extnID === id)?.extnValue.buffer
  const constraints = find(id_ce_basicConstraints)
  const usage = find(id_ce_keyUsage)
  const flags = usage === undefined ? 0 : AsnConvert.parse(usage, KeyUsage).toNumber()
  return {
    isAuthority: constraints !== undefined && AsnConvert.parse(constraints, BasicConstraints).cA,
    maySignData: (flags & KeyUsageFlags.digitalSignature) !== 0,
    maySignCertificates: (flags & KeyUsageFlags.keyCertSign) !== 0,
    isUnderstood: extensions?.every(({ critical, extnID }) => !critical || UNDERSTOOD.has(extnID)) ?? true,
  }
}

function read(bytes: Uint8Array): CertificateReading {
  const certificate = AsnConvert.parse(Uint8Array.from(bytes), Certificate)
  const { tbsCertificate, tbsCertificateRaw, signatureValue } = certificate
  if (!usesAllowedAlgorithms(certificate)) return { kind: 'refused', reason: 'algorithm' }
  const { isUnderstood, ...extensions } = readExtensions(tbsCertificate)
  const holder = findCommonName(tbsCertificate.subject)
  if (tbsCertificateRaw === undefined || holder === undefined || !isUnderstood) {
    return { kind: 'refused', reason: 'certificate-unreadable' }
  }
  return {
    kind: 'ok',
    certificate: {
      serial: hex(tbsCertificate.serialNumber).replace(/^0+/, '').toUpperCase(),
      holder,
      subject: der(tbsCertificate.subject),
      issuer: der(tbsCertificate.issuer),
      publicKey: hex(tbsCertificate.subjectPublicKeyInfo.subjectPublicKey),
      notBefore: tbsCertificate.validity.notBefore.getTime(),
      notAfter: tbsCertificate.validity.notAfter.getTime(),
      ...extensions,
      signedBytes: new Uint8Array(tbsCertificateRaw),
      signature: new Uint8Array(signatureValue),
    },
  }
}

/** Reads an X.509 certificate over an SM2 key (DER, at most 8 KB); anything else is refused, nothing is thrown. */
export function readCertificate(bytes: Uint8Array): CertificateReading {
  if (bytes.length === 0 || bytes.length > MAX_BYTES) return { kind: 'refused', reason: 'certificate-unreadable' }
  try {
    return read(bytes)
  } catch {
    // The parser throws on anything that is not a certificate; for a verifier that is a "no".
    return { kind: 'refused', reason: 'certificate-unreadable' }
  }
}
