import type { SandboxOfficer } from '@xingtan/contract/authority/key-middleware'
import { buildCertificate } from './build-certificate.ts'
import type { Party } from './build-certificate.ts'
import { createSm2Key } from './sm2-key.ts'
import type { Sm2Key } from './sm2-key.ts'

type Roster = Pick<SandboxOfficer, 'id' | 'holder' | 'role' | 'agencyName' | 'flaw'>

export interface HeldKey {
  readonly officer: SandboxOfficer
  readonly key: Sm2Key
  /** DER. */
  readonly certificate: Uint8Array
}

export interface KeyRing {
  readonly keys: readonly HeldKey[]
  readonly revokedSerials: readonly string[]
  /** DER of the certificate every sound key is signed by. */
  readonly authorityCertificate: Uint8Array
}

const PIN = '246810'
const FLAWED_AT = '柯城区教育局'

function officer(
  id: string,
  agencyName: string,
  role: SandboxOfficer['role'],
  holder: string,
  flaw: SandboxOfficer['flaw'] = 'none',
): Roster {
  return { id, agencyName, role, holder, flaw }
}

const ROSTER: readonly Roster[] = [
  officer('kecheng-confirm', '柯城区教育局', 'confirm', '程初宁'),
  officer('kecheng-vet', '柯城区教育局', 'vet', '方知远'),
  officer('kecheng-review', '柯城区教育局', 'review', '苏允文'),
  officer('kecheng-approve', '柯城区教育局', 'approve', '严听澜'),
  officer('quzhou-confirm', '衢州市教育局', 'confirm', '叶清和'),
  officer('quzhou-vet', '衢州市教育局', 'vet', '江望舒'),
  officer('quzhou-review', '衢州市教育局', 'review', '沈亦舟'),
  officer('quzhou-approve', '衢州市教育局', 'approve', '陆修齐'),
  officer('kaihua-confirm', '开化县教育局', 'confirm', '汪若谷'),
  officer('kaihua-review', '开化县教育局', 'review', '余景行'),
  officer('kaihua-approve', '开化县教育局', 'approve', '邹怀瑾'),
  officer('flawed-expired', FLAWED_AT, 'review', '戴过期', 'expired'),
  officer('flawed-revoked', FLAWED_AT, 'review', '贺注销', 'revoked'),
  // The next two carry the name of a real user of the demonstration: only the chain tells them apart (S-035).
  officer('flawed-other-ca', FLAWED_AT, 'review', '苏允文', 'other-ca'),
  officer('flawed-self-signed', FLAWED_AT, 'review', '苏允文', 'self-signed'),
]

const AUTHORITY: Party = { commonName: '演示电子认证根证书', organisation: '演示电子认证机构' }
const STARTS = new Date('2020-01-01T00:00:00Z')
const ENDS = new Date('2049-12-31T00:00:00Z')
const EXPIRED = new Date('2023-12-31T00:00:00Z')

function holdKey(member: Roster, place: number): HeldKey {
  const key = createSm2Key(member.id)
  const serial = `5A${String(place + 1).padStart(14, '0')}`
  const subject = { commonName: member.holder, organisation: member.agencyName }
  const issuerKey = { 'other-ca': createSm2Key('another authority'), 'self-signed': key }
  const certificate = buildCertificate({
    kind: 'officer',
    serial,
    subject,
    publicKey: key.publicKey,
    issuer: member.flaw === 'self-signed' ? subject : AUTHORITY,
    issuerKey:
      member.flaw === 'other-ca' || member.flaw === 'self-signed' ? issuerKey[member.flaw] : createSm2Key('authority'),
    notBefore: STARTS,
    notAfter: member.flaw === 'expired' ? EXPIRED : ENDS,
  })
  return { officer: { ...member, serial, pin: PIN }, key, certificate }
}

/** Keys and certificates of the demonstration officers, the same bytes on every start. */
export function createKeyRing(): KeyRing {
  const keys = ROSTER.map(holdKey)
  const authorityKey = createSm2Key('authority')
  const authorityCertificate = buildCertificate({
    kind: 'authority',
    serial: '5AFF000000000001',
    subject: AUTHORITY,
    publicKey: authorityKey.publicKey,
    issuer: AUTHORITY,
    issuerKey: authorityKey,
    notBefore: STARTS,
    notAfter: ENDS,
  })
  const revokedSerials = keys.filter((held) => held.officer.flaw === 'revoked').map((held) => held.officer.serial)
  return { keys, revokedSerials, authorityCertificate }
}
