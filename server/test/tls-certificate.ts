import { type KeyObject, createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { AsnConvert, OctetString } from '@peculiar/asn1-schema'
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  BasicConstraints,
  Certificate,
  Extension,
  Extensions,
  GeneralName,
  Name,
  RelativeDistinguishedName,
  SubjectAlternativeName,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
  id_ce_basicConstraints,
  id_ce_subjectAltName,
} from '@peculiar/asn1-x509'

const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2'
const COMMON_NAME = '2.5.4.3'
const DAY_MS = 86_400_000

/** A party of a TLS connection: its certificate and key as PEM. */
export interface TlsParty {
  readonly certificate: string
  readonly key: string
}

export interface TestAuthority extends TlsParty {
  /** Issues for a host name, good for the given days from now; negative days are over. */
  issue(host: string, days?: number): TlsParty
}

function toBuffer(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer
}

function nameOf(text: string): Name {
  const value = new AttributeValue({ utf8String: text })
  return new Name([new RelativeDistinguishedName([new AttributeTypeAndValue({ type: COMMON_NAME, value })])])
}

function toPem(certificate: Certificate): string {
  const lines =
    Buffer.from(AsnConvert.serialize(certificate))
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}

interface Plan {
  readonly subject: string
  readonly issuer: string
  readonly publicKey: KeyObject
  readonly issuerKey: KeyObject
  readonly days: number
  readonly isAuthority: boolean
}

function build({ subject, issuer, publicKey, issuerKey, days, isAuthority }: Plan): string {
  const algorithm = new AlgorithmIdentifier({ algorithm: ECDSA_WITH_SHA256 })
  const extension = (extnID: string, critical: boolean, value: unknown) =>
    new Extension({ extnID, critical, extnValue: new OctetString(AsnConvert.serialize(value)) })
  const serial = createHash('sha256').update(randomBytes(16)).digest().subarray(0, 16)
  serial.writeUInt8(0x40, 0)
  const now = Date.now()
  const tbs = new TBSCertificate({
    version: Version.v3,
    serialNumber: toBuffer(serial),
    signature: algorithm,
    issuer: nameOf(issuer),
    validity: new Validity({
      notBefore: new Date(now - 400 * DAY_MS),
      notAfter: new Date(now + days * DAY_MS),
    }),
    subject: nameOf(subject),
    subjectPublicKeyInfo: AsnConvert.parse(publicKey.export({ format: 'der', type: 'spki' }), SubjectPublicKeyInfo),
    extensions: new Extensions([
      extension(id_ce_basicConstraints, true, new BasicConstraints({ cA: isAuthority })),
      ...(isAuthority
        ? []
        : [
            extension(id_ce_subjectAltName, false, new SubjectAlternativeName([new GeneralName({ dNSName: subject })])),
          ]),
    ]),
  })
  const signatureValue = toBuffer(sign('sha256', Buffer.from(AsnConvert.serialize(tbs)), issuerKey))
  return toPem(new Certificate({ tbsCertificate: tbs, signatureAlgorithm: algorithm, signatureValue }))
}

const newKeys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })
const pemOf = (key: KeyObject) => key.export({ format: 'pem', type: 'pkcs8' })

/** A certificate authority made for one test. */
export function createTestAuthority(name: string): TestAuthority {
  const own = newKeys()
  const issuer = { issuer: name, issuerKey: own.privateKey }
  const root = build({ ...issuer, subject: name, publicKey: own.publicKey, days: 30, isAuthority: true })
  return {
    certificate: root,
    key: pemOf(own.privateKey),
    issue: (host, days = 30) => {
      const keys = newKeys()
      const certificate = build({ ...issuer, subject: host, publicKey: keys.publicKey, days, isAuthority: false })
      return { certificate, key: pemOf(keys.privateKey) }
    },
  }
}
