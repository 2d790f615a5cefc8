import { createHash } from 'node:crypto'
import { AsnConvert, OctetString } from '@peculiar/asn1-schema'
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  Extension,
  Extensions,
  KeyIdentifier,
  KeyUsage,
  KeyUsageFlags,
  Name,
  RelativeDistinguishedName,
  SubjectKeyIdentifier,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
  id_ce_authorityKeyIdentifier,
  id_ce_basicConstraints,
  id_ce_keyUsage,
  id_ce_subjectKeyIdentifier,
} from '@peculiar/asn1-x509'
import { signSm2 } from './sm2-key.ts'
import type { Sm2Key } from './sm2-key.ts'

function toBuffer(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer
}

function fromHex(hex: string): ArrayBuffer {
  return toBuffer(Buffer.from(hex, 'hex'))
}

const EC_PUBLIC_KEY = '1.2.840.10045.2.1'
/** DER of the object identifier 1.2.156.10197.1.301. */
const SM2_CURVE = fromHex('06082a811ccf5501822d')
const SM2_WITH_SM3 = '1.2.156.10197.1.501'
const COUNTRY = '2.5.4.6'
const ORGANISATION = '2.5.4.10'
const COMMON_NAME = '2.5.4.3'

export interface Party {
  readonly commonName: string
  readonly organisation: string
}

export interface CertificatePlan {
  readonly kind: 'authority' | 'officer'
  /** Hex, first digit not zero. */
  readonly serial: string
  readonly subject: Party
  readonly publicKey: string
  readonly issuer: Party
  readonly issuerKey: Sm2Key
  readonly notBefore: Date
  readonly notAfter: Date
}

function toName(party: Party): Name {
  const part = (type: string, value: AttributeValue) =>
    new RelativeDistinguishedName([new AttributeTypeAndValue({ type, value })])
  return new Name([
    part(COUNTRY, new AttributeValue({ printableString: 'CN' })),
    part(ORGANISATION, new AttributeValue({ utf8String: party.organisation })),
    part(COMMON_NAME, new AttributeValue({ utf8String: party.commonName })),
  ])
}

function toKeyIdentifier(publicKey: string): ArrayBuffer {
  return toBuffer(createHash('sha256').update(publicKey, 'hex').digest().subarray(0, 20))
}

function extension(extnID: string, critical: boolean, value: unknown): Extension {
  return new Extension({ extnID, critical, extnValue: new OctetString(AsnConvert.serialize(value)) })
}

function toExtensions(plan: CertificatePlan): Extensions {
  const isAuthority = plan.kind === 'authority'
  const usage = isAuthority ? KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign : KeyUsageFlags.digitalSignature
  const issuerKeyId = new KeyIdentifier(toKeyIdentifier(plan.issuerKey.publicKey))
  return new Extensions([
    extension(id_ce_basicConstraints, true, new BasicConstraints({ cA: isAuthority })),
    extension(id_ce_keyUsage, true, new KeyUsage(usage)),
    extension(id_ce_subjectKeyIdentifier, false, new SubjectKeyIdentifier(toKeyIdentifier(plan.publicKey))),
    extension(id_ce_authorityKeyIdentifier, false, new AuthorityKeyIdentifier({ keyIdentifier: issuerKeyId })),
  ])
}

/** A version 3 X.509 certificate over an SM2 key, signed SM2-with-SM3 (GM/T 0015, RFC 5280 profile); DER. */
export function buildCertificate(plan: CertificatePlan): Uint8Array {
  const signature = new AlgorithmIdentifier({ algorithm: SM2_WITH_SM3 })
  const tbsCertificate = new TBSCertificate({
    version: Version.v3,
    serialNumber: fromHex(plan.serial),
    signature,
    issuer: toName(plan.issuer),
    validity: new Validity({ notBefore: plan.notBefore, notAfter: plan.notAfter }),
    subject: toName(plan.subject),
    subjectPublicKeyInfo: new SubjectPublicKeyInfo({
      algorithm: new AlgorithmIdentifier({
        algorithm: EC_PUBLIC_KEY,
        parameters: SM2_CURVE,
      }),
      subjectPublicKey: fromHex(plan.publicKey),
    }),
    extensions: toExtensions(plan),
  })
  const signed = signSm2(new Uint8Array(AsnConvert.serialize(tbsCertificate)), plan.issuerKey)
  const certificate = new Certificate({
    tbsCertificate,
    signatureAlgorithm: signature,
    signatureValue: toBuffer(signed),
  })
  return new Uint8Array(AsnConvert.serialize(certificate))
}
