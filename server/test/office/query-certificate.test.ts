import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { queryCertificateEndpoint } from '@xingtan/contract/certificate'
import { type ArrangedCase, arrangeCase } from '../arrange-case.ts'
import { type World, startWorld } from '../world.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { approveCase } from '../../src/modules/decision/approve-case.ts'
import { getCertificate } from '../../src/modules/certificate/get-certificate.ts'
import { listCertificates } from '../../src/modules/certificate/list-certificates.ts'
import { listOwnCertificates } from '../../src/modules/certificate/list-own-certificates.ts'
import { queryCertificate } from '../../src/modules/certificate/query-certificate.ts'

const NOBODY: Actor = { kind: 'nobody' }
const PHONE = '13900000001'

let world: World
let item: ArrangedCase
let number: string
let certificateId: string
beforeAll(async () => {
  world = await startWorld()
  item = await arrangeCase(world, { step: 'reviewed', person: { name: '买买提·艾力', number: await freshNumber() } })
  const approver = await world.officer({ roles: ['approve'] })
  const issued = await approveCase(world.as(approver), { applicationId: item.id, version: item.version })
  number = issued.number
  certificateId = issued.certificateId
})
beforeEach(() => world.rows('delete from certificate_queries'))
afterAll(() => world.stop())

async function freshNumber(): Promise<string> {
  return (await arrangeCase(world, { step: 'withdrawn' })).documentNumber
}

/** A code as if it had been sent to the phone: its text is chosen here. */
async function layCode(phone: string): Promise<{ phoneCodeId: string; code: string }> {
  const { crypto } = world.services.public
  const phoneCodeId = randomUUID()
  const code = '135790'
  await world.rows(
    `insert into phone_codes (id, purpose, phone_index, device_hash, code_hash, expires_at)
     values ($1, 'certificate-query', $2, $3, $4, app_now() + interval '5 minutes')`,
    [
      phoneCodeId,
      crypto.blindIndex('phone', phone),
      Buffer.alloc(32, 7),
      crypto.mac('phone-code', `${phoneCodeId}:${code}`),
    ],
  )
  return { phoneCodeId, code }
}

async function ask(change: { name?: string; documentNumber?: string; certificateNumber?: string } = {}) {
  const { phoneCodeId, code } = await layCode(PHONE)
  const right = { name: item.name, documentNumber: item.documentNumber, certificateNumber: number }
  return queryCertificate(world.as(NOBODY, 'certificate.query'), {
    ...right,
    ...change,
    phone: PHONE,
    phoneCodeId,
    code,
  })
}

describe('其他查询 (PUB-3, S-123)', () => {
  test('answers minimally and masked, the minute the certificate is issued', async () => {
    const answer = await ask()
    expect(() => queryCertificateEndpoint.output.parse(answer)).not.toThrow()
    expect(answer).toMatchObject({ found: true, maskedName: '买****力', certificateNumber: number, state: 'valid' })
    const text = JSON.stringify(answer)
    for (const secret of [item.name, item.documentNumber, PHONE, 'photo']) expect(text).not.toContain(secret)
  })

  test('takes the name with any of the dots that keyboards write', async () => {
    expect(await ask({ name: '买买提•艾力' })).toMatchObject({ found: true })
  })

  test('gives one and the same answer for every mismatch', async () => {
    const other = await freshNumber()
    const answers = [
      await ask({ name: '买买提' }),
      await ask({ documentNumber: other }),
      await ask({ documentNumber: 'not a number' }),
      await ask({ certificateNumber: '20263307522999999' }),
    ]
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(answers[0]).toMatchObject({ found: false })
  })

  test('an older certificate names the agency that issued it as the place to ask (PUB-2)', async () => {
    const answer = await ask({ certificateNumber: '20053307520000001' })
    expect(answer).toMatchObject({ found: false, sentence: expect.stringContaining('发证机关柯城区教育局') })
    const guangxi = await ask({ certificateNumber: '20114500120000001' })
    expect(guangxi).toMatchObject({ found: false, sentence: expect.stringContaining('没有联网数据') })
  })

  test('each question is logged, and the phone has to wait when the day is used up', async () => {
    await ask()
    await ask({ name: '别人' })
    expect(await world.rows('select found from certificate_queries order by found')).toEqual([
      { found: false },
      { found: true },
    ])
    await world.rows(
      `insert into certificate_queries (id, at, phone_index, found) select gen_random_uuid(), app_now(), $1, false from generate_series(1, 18)`,
      [world.services.public.crypto.blindIndex('phone', PHONE)],
    )
    await expect(ask()).rejects.toThrow('certificate.query-limit')
    await world.moveClock('2026-10-13T00:00:01+08:00')
    expect(await ask()).toMatchObject({ found: true })
    await world.moveClock('2026-10-12T10:00:00+08:00')
  })

  test('nothing is answered without the code of this phone', async () => {
    const { phoneCodeId, code } = await layCode('13900000002')
    const asked = { name: item.name, documentNumber: item.documentNumber, certificateNumber: number }
    const query = queryCertificate(world.as(NOBODY), { ...asked, phone: PHONE, phoneCodeId, code })
    await expect(query).rejects.toThrow('account.code-wrong')
    expect(await world.rows('select id from certificate_queries')).toEqual([])
  })
})

describe('own certificates and those of an agency', () => {
  test('a person sees the own ones alone (PUB-2, S-045)', async () => {
    const as = (accountId: string): Actor => ({
      kind: 'applicant',
      accountId,
      sessionId: randomUUID(),
      endsAt: new Date('2099-01-01'),
    })
    const mine = await listOwnCertificates(world.as(as(item.accountId)))
    expect(mine.certificates.map((one) => one.number)).toEqual([number])
    expect(await listOwnCertificates(world.as(as(randomUUID())))).toEqual({ certificates: [] })
  })

  test('an officer sees those of the own agency, a confirm user those of the own point (S-048, S-049)', async () => {
    const { points } = world
    const reviewer = await world.officer({ roles: ['review'] })
    const desk = await world.officer({ roles: ['confirm'], pointId: points.home })
    const otherDesk = await world.officer({ roles: ['confirm'], pointId: points.other })
    const foreign = await world.officer({ roles: ['review'], agencyCode: '33076' })
    for (const officer of [reviewer, desk]) {
      expect((await listCertificates(world.as(officer), {})).rows.map((row) => row.number)).toEqual([number])
      const record = await getCertificate(world.as(officer), { certificateId })
      expect(record).toMatchObject({ number, state: 'valid' })
      expect(JSON.stringify(record)).not.toContain(item.documentNumber)
    }
    for (const officer of [otherDesk, foreign]) {
      expect((await listCertificates(world.as(officer), {})).rows).toEqual([])
      await expect(getCertificate(world.as(officer), { certificateId })).rejects.toThrow('request.not-found')
    }
  })
})
