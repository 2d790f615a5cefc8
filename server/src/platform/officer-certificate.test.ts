import { KeyList, SandboxOfficers, SignAnswer } from '@xingtan/contract/authority/key-middleware'
import type { KeyFlaw, SandboxOfficer } from '@xingtan/contract/authority/key-middleware'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OFFICE_ORIGIN, startTestSandbox } from '../../test/sandbox.ts'
import type { TestSandbox } from '../../test/sandbox.ts'
import { verifyOfficerSignature } from './officer-certificate.ts'
import type { OfficerSignature } from './officer-certificate.ts'

const fromBase64 = (text: string) => Buffer.from(text, 'base64')

/**
 * Made with OpenSSL 3.0: `req -x509 -sm3`, `x509 -req -sm3` and `pkeyutl -sign -rawin -digest sm3 -pkeyopt
 * distid:1234567812345678` over the challenge. The private keys were thrown away.
 */
const OPENSSL = {
  challenge: Buffer.from(
    '{"nonce":"c2Vzc2lvbi1ub25jZS0wMDAx","origin":"http://office.localhost","purpose":"sign-in","expiresAt":"2026-10-12T01:01:00.000Z"}',
  ),
  signature: fromBase64(
    'MEUCIDgqwum0a5oXTymYpK6z4FgLsfwtj6cYHhINfTrkgwKDAiEA6Ujf0a7i+xZtXdXUEHVZuS7PEDKNhwW6zZzCgf1tZ/A=',
  ),
  certificateDer: fromBase64(
    'MIIB4DCCAYWgAwIBAgIIWhcAAAAAAAEwCgYIKoEcz1UBg3UwRjELMAkGA1UEBhMCQ04xFTATBgNVBAoMDOa8lOekuuacuuaehDEgMB4GA1UEAwwXT3BlblNTTCDmvJTnpLrmoLnor4HkuaYwIBcNMjYxMTIxMDkzOTIyWhgPMjA1NDA0MDcwOTM5MjJaMEExCzAJBgNVBAYTAkNOMRswGQYDVQQKDBLmn6/ln47ljLrmlZnogrLlsYAxFTATBgNVBAMMDOa1i+ivleWuoeaguDBZMBMGByqGSM49AgEGCCqBHM9VAYItA0IABGBxdm1Uk9cO7tw2EGiYv4YrJ/MgA4x1uTyAMuxOP0yvmlXYZ2ALyxCnrNVoNLofNMvD9T8sx0q+wxktEPpHwLqjYDBeMAwGA1UdEwEB/wQCMAAwDgYDVR0PAQH/BAQDAgeAMB0GA1UdDgQWBBRsYWPsDdzuOatIh5MCGLx7dJO50jAfBgNVHSMEGDAWgBSmCvSWsR4hmmdbQB1jpJAMq6i0OjAKBggqgRzPVQGDdQNJADBGAiEAwraddo9GpTTBkszB7mikfSY5z3K1Lt7u0D0bjPmLlDgCIQDhZHMBYz+P8Bo+4EUBJthfdFb88B4Sk9yhVaMq5SAwWA==',
  ),
  caDer: fromBase64(
    'MIIBwTCCAWagAwIBAgICEAEwCgYIKoEcz1UBg3UwRjELMAkGA1UEBhMCQ04xFTATBgNVBAoMDOa8lOekuuacuuaehDEgMB4GA1UEAwwXT3BlblNTTCDmvJTnpLrmoLnor4HkuaYwIBcNMjYxMTIxMDkzOTIyWhgPMjA1NDA0MDgwOTM5MjJaMEYxCzAJBgNVBAYTAkNOMRUwEwYDVQQKDAzmvJTnpLrmnLrmnoQxIDAeBgNVBAMMF09wZW5TU0wg5ryU56S65qC56K+B5LmmMFkwEwYHKoZIzj0CAQYIKoEcz1UBgi0DQgAE/63KkaH/dtKkufNJ5LYJWHN9ORNRQGU/xyrrxGu+xmZ3wvNkQRGRPyaZgbwkuw0kLNLHQvvbM9DAAjNtDvY7XaNCMEAwDwYDVR0TAQH/BAUwAwEB/zAOBgNVHQ8BAf8EBAMCAQYwHQYDVR0OBBYEFKYK9JaxHiGaZ1tAHWOkkAyrqLQ6MAoGCCqBHM9VAYN1A0kAMEYCIQDRmjqsEe+7mLTbfi9K2pKiOM16aXYg5Y6WC6MIKl5N7AIhAPEpUIEpZC4OvSNO46wunrlQexZc3mEH/T1BdUsYcbTd',
  ),
  now: new Date('2027-01-01T00:00:00Z'),
  revokedSerials: [],
}

/** Over the same challenge by the same key, but not SM2 signatures: the name says what they are. */
const NOT_SM2 = [
  [
    'plain ECDSA over the SM2 curve',
    'MEYCIQD/oE0D/lF805Uu89bhlCcmGpdYM0rrnua9BPNAxy+W6wIhAOrFxGJqeN98x4Lo22Y5cuevmwVQ/oJLaLWN4I+ayEMQ',
  ],
  [
    'SM2 with an empty user id, as Node makes it from a loaded key',
    'MEQCIBxBTiJzWMkUl+8MqypcoGRtocOqC7qUvcVGWLxG36SpAiBFyiLpkNFw54I/rHDEnhWvxvTDpGVmmKu8TLP6uX2+MA==',
  ],
] as const

/** From the same authority for the same key, but its usage is encryption alone. */
const ENCRYPTION_CERTIFICATE = fromBase64(
  'MIIB3jCCAYWgAwIBAgIIWhcAAAAAAAIwCgYIKoEcz1UBg3UwRjELMAkGA1UEBhMCQ04xFTATBgNVBAoMDOa8lOekuuacuuaehDEgMB4GA1UEAwwXT3BlblNTTCDmvJTnpLrmoLnor4HkuaYwIBcNMjYxMTIxMTAwNDM0WhgPMjA1NDA0MDcxMDA0MzRaMEExCzAJBgNVBAYTAkNOMRswGQYDVQQKDBLmn6/ln47ljLrmlZnogrLlsYAxFTATBgNVBAMMDOa1i+ivleWuoeaguDBZMBMGByqGSM49AgEGCCqBHM9VAYItA0IABGBxdm1Uk9cO7tw2EGiYv4YrJ/MgA4x1uTyAMuxOP0yvmlXYZ2ALyxCnrNVoNLofNMvD9T8sx0q+wxktEPpHwLqjYDBeMAwGA1UdEwEB/wQCMAAwDgYDVR0PAQH/BAQDAgMoMB0GA1UdDgQWBBRsYWPsDdzuOatIh5MCGLx7dJO50jAfBgNVHSMEGDAWgBSmCvSWsR4hmmdbQB1jpJAMq6i0OjAKBggqgRzPVQGDdQNHADBEAiBy32vjHSbQJRVIBTx0vP78nDyS1yjDTO7DSRy7IVmAnQIgWMaAtAVYsMLoa9yOvjk+NbKERTxG481i/BodxwEZNIw=',
)

describe('a vector of OpenSSL', () => {
  test('S-035: is accepted, chain and signature', () => {
    expect(verifyOfficerSignature(OPENSSL)).toEqual({ kind: 'ok', serial: '5A17000000000001', holder: '测试审核' })
  })

  test('S-035: is refused as soon as one byte of the challenge or of the certificate differs', () => {
    const challenge = Buffer.from(OPENSSL.challenge.toString().replace('office.', 'evil.'))
    expect(verifyOfficerSignature({ ...OPENSSL, challenge })).toEqual({ kind: 'refused', reason: 'signature-wrong' })
    const certificateDer = Buffer.from(OPENSSL.certificateDer)
    const place = certificateDer.indexOf('测试审核')
    certificateDer.write('测试审批', place)
    expect(verifyOfficerSignature({ ...OPENSSL, certificateDer })).toEqual({ kind: 'refused', reason: 'chain' })
  })

  test('S-035: is refused before its time and when an end entity poses as the authority', () => {
    const now = new Date('2026-11-20T00:00:00Z')
    expect(verifyOfficerSignature({ ...OPENSSL, now })).toEqual({ kind: 'refused', reason: 'authority-unusable' })
    const posing = { ...OPENSSL, caDer: OPENSSL.certificateDer }
    expect(verifyOfficerSignature(posing)).toEqual({ kind: 'refused', reason: 'authority-unusable' })
  })

  test.each(NOT_SM2)('S-035: %s is refused, though the right key made it', (_kind, signature) => {
    expect(verifyOfficerSignature({ ...OPENSSL, signature: fromBase64(signature) })).toEqual({
      kind: 'refused',
      reason: 'signature-wrong',
    })
  })

  test('S-035: an encryption certificate of the same key signs nobody in', () => {
    const encrypting = { ...OPENSSL, certificateDer: ENCRYPTION_CERTIFICATE }
    expect(verifyOfficerSignature(encrypting)).toEqual({ kind: 'refused', reason: 'key-usage' })
  })

  test('S-035: the authority itself is no officer', () => {
    const posing = { ...OPENSSL, certificateDer: OPENSSL.caDer }
    expect(verifyOfficerSignature(posing)).toEqual({ kind: 'refused', reason: 'key-usage' })
  })
})

describe('keys of the middleware', () => {
  let sandbox: TestSandbox
  let officers: SandboxOfficers
  let caDer: Buffer
  const challenge = Buffer.from('{"nonce":"n","origin":"o","purpose":"sign-in","expiresAt":"e"}')

  beforeAll(async () => {
    sandbox = await startTestSandbox()
    officers = SandboxOfficers.parse(await (await fetch(`${sandbox.http}/key-middleware/officers`)).json())
    caDer = Buffer.from(await (await fetch(`${sandbox.http}/key-middleware/ca`)).arrayBuffer())
  })
  afterAll(() => sandbox.stop())

  async function signWith(officer: SandboxOfficer): Promise<OfficerSignature> {
    const response = await fetch(`${sandbox.http}/key-middleware/sign`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: OFFICE_ORIGIN },
      body: JSON.stringify({
        serial: officer.serial,
        pin: officer.pin,
        challenge: challenge.toString('base64url'),
      }),
    })
    const { signature, certificate } = SignAnswer.parse(await response.json())
    return {
      challenge,
      signature: fromBase64(signature),
      certificateDer: fromBase64(certificate),
      caDer,
      now: new Date('2026-10-12T01:00:00Z'),
      revokedSerials: officers.revokedSerials,
    }
  }

  function find(flaw: KeyFlaw): SandboxOfficer {
    const officer = officers.officers.find((one) => one.flaw === flaw)
    if (officer === undefined) throw new Error(`no key is ${flaw}`)
    return officer
  }

  test('S-033: every sound key opens the door under its own serial and holder', async () => {
    const sound = officers.officers.filter(({ flaw }) => flaw === 'none')
    expect(sound.length).toBeGreaterThanOrEqual(10)
    for (const officer of sound) {
      const { serial, holder } = officer
      const given = { ...(await signWith(officer)), filedSerial: serial }
      expect(verifyOfficerSignature(given)).toEqual({ kind: 'ok', serial, holder })
    }
    const { keys } = KeyList.parse(
      await (await fetch(`${sandbox.http}/key-middleware/keys`, { headers: { origin: OFFICE_ORIGIN } })).json(),
    )
    expect(keys.map(({ serial }) => serial)).toEqual(officers.officers.map(({ serial }) => serial))
  })

  test.each([
    ['expired', 'expired'],
    ['revoked', 'revoked'],
    ['other-ca', 'chain'],
    ['self-signed', 'chain'],
  ] as const)('S-035: a key that is %s is refused because of its %s', async (flaw, reason) => {
    expect(verifyOfficerSignature(await signWith(find(flaw)))).toEqual({ kind: 'refused', reason })
  })

  test('S-035: the key of another user is refused', async () => {
    const given = { ...(await signWith(find('none'))), filedSerial: '5A00000000000099' }
    expect(verifyOfficerSignature(given)).toEqual({ kind: 'refused', reason: 'other-key' })
  })

  test('S-035: an empty signature, an empty challenge and a certificate of nothing are refused', async () => {
    const given = await signWith(find('none'))
    const none = new Uint8Array()
    const unreadable = { kind: 'refused', reason: 'certificate-unreadable' }
    expect(verifyOfficerSignature({ ...given, signature: none })).toMatchObject({ reason: 'signature-empty' })
    expect(verifyOfficerSignature({ ...given, challenge: none })).toMatchObject({ reason: 'signature-empty' })
    expect(verifyOfficerSignature({ ...given, certificateDer: none })).toEqual(unreadable)
    expect(verifyOfficerSignature({ ...given, certificateDer: Buffer.alloc(9000, 0x30) })).toEqual(unreadable)
    expect(verifyOfficerSignature({ ...given, certificateDer: given.certificateDer.subarray(0, 200) })).toEqual(
      unreadable,
    )
  })

  test('S-035: garbage, a truncated signature and one of zeros are refused', async () => {
    const given = await signWith(find('none'))
    const wrong = { kind: 'refused', reason: 'signature-wrong' }
    for (const signature of [
      Buffer.from('not a signature'),
      given.signature.subarray(0, -1),
      Buffer.from('3006020100020100', 'hex'),
    ]) {
      expect(verifyOfficerSignature({ ...given, signature })).toEqual(wrong)
    }
  })

  test('S-035: a certificate of another algorithm is refused by the allow-list', async () => {
    const given = await signWith(find('none'))
    // Same length, other curve: 1.2.156.10197.1.302 in place of .301; and SM2-with-SHA256 in place of SM2-with-SM3.
    for (const [from, to] of [
      ['06082a811ccf5501822d', '06082a811ccf5501822e'],
      ['06082a811ccf55018375', '06082a811ccf55018376'],
    ] as const) {
      const certificateDer = Buffer.from(Buffer.from(given.certificateDer).toString('hex').replace(from, to), 'hex')
      expect(verifyOfficerSignature({ ...given, certificateDer })).toEqual({ kind: 'refused', reason: 'algorithm' })
    }
  })
})
