import type { SandboxOfficer } from '@xingtan/contract/authority/key-middleware'
import { buildCertificate } from './build-certificate.ts'
import type { Party } from './build-certificate.ts'
import { createSm2Key } from './sm2-key.ts'
import type { Sm2Key } from './sm2-key.ts'

type Roster = Pick<SandboxOfficer, 'id' | 'holder' | 'roles' | 'agencyName' | 'flaw'>

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
  roles: SandboxOfficer['roles'][number] | SandboxOfficer['roles'],
  holder: string,
  flaw: SandboxOfficer['flaw'] = 'none',
): Roster {
  return { id, agencyName, roles: Array.isArray(roles) ? roles : [roles], holder, flaw }
}

const NATION = '教育部教师资格认定指导中心'

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
  // Later entries only: a serial follows the place in this list.
  officer('nation-plan', NATION, ['plan', 'publicity'], '钟景明'),
  officer('nation-plan-2', NATION, ['plan'], '季言蹊'),
  officer('nation-users', NATION, 'users', '向南枝'),
  officer('nation-restrict', NATION, 'restrict', '裴知许'),
  officer('nation-system', NATION, 'system', '石维新'),
  officer('nation-security', NATION, 'security', '卫长安'),
  officer('nation-audit', NATION, 'audit', '明鉴之'),
  officer('zhejiang-plan', '浙江省教育厅', ['plan', 'publicity'], '钱塘月'),
  officer('zhejiang-plan-2', '浙江省教育厅', ['plan', 'statistics'], '越千峰'),
  officer('zhejiang-users', '浙江省教育厅', 'users', '乔松年'),
  officer('zhejiang-restrict', '浙江省教育厅', 'restrict', '樊守正'),
  officer('zhejiang-system', '浙江省教育厅', 'system', '骆宾之'),
  officer('zhejiang-security', '浙江省教育厅', 'security', '盛怀安'),
  officer('zhejiang-audit', '浙江省教育厅', 'audit', '纪无双'),
  officer('quzhou-plan', '衢州市教育局', ['plan', 'publicity'], '柳如眉'),
  officer('quzhou-users', '衢州市教育局', 'users', '颜子渊'),
  officer('quzhou-restrict', '衢州市教育局', 'restrict', '章存之'),
  officer('kecheng-plan', '柯城区教育局', 'plan', '温如许'),
  officer('kecheng-plan-2', '柯城区教育局', 'plan', '祝余庆'),
  officer('kecheng-publicity', '柯城区教育局', 'publicity', '宣若华'),
  officer('kecheng-statistics', '柯城区教育局', 'statistics', '计无遗'),
  officer('kecheng-users', '柯城区教育局', 'users', '俞伯安'),
  officer('kecheng-restrict', '柯城区教育局', 'restrict', '杜若洲'),
  officer('kecheng-confirm-2', '柯城区教育局', 'confirm', '常清越'),
  officer('kecheng-print', '柯城区教育局', 'print', '毕昇和'),
  officer('kecheng-stock', '柯城区教育局', 'stock', '仓廪实'),
  officer('kaihua-plan', '开化县教育局', ['plan', 'publicity', 'users'], '顾盼之'),
  officer('kaihua-restrict', '开化县教育局', 'restrict', '施行简'),
  officer('kaihua-vet', '开化县教育局', 'vet', '白鹿洲'),
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
