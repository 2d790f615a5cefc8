import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { postToChannelEndpoint, uploadChannelFileEndpoint } from '@xingtan/contract/office/channel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { OFFICE_ROUTES, PUBLIC_ROUTES } from '../../src/face-routes.ts'
import { makeFileLink } from '../../src/modules/file/index.ts'
import { findLocalPerson, layApplicant } from '../applicant.ts'
import { type TestProduct, startTestProduct } from '../product.ts'
import { signInApplicant, signInOfficer } from '../sign-in.ts'

const CANARY = '内部金丝雀通知'
const PNG = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
  Buffer.from('0000000049454e44ae426082', 'hex'),
])
let product: TestProduct
let fileId = ''
let postId = ''

beforeAll(async () => {
  product = await startTestProduct()
  const officer = await signInOfficer(product, 'quzhou-plan')
  const uploaded = await officer.call(uploadChannelFileEndpoint, { name: `${CANARY}.png` }, { file: PNG })
  fileId = uploaded.output().fileId
  const sent = await officer.call(postToChannelEndpoint, {
    kind: 'manual',
    title: CANARY,
    body: `${CANARY}：请勿外传。`,
    audience: 'below',
    toAgencyCode: null,
    roles: [],
    answersId: null,
    receiptRequired: true,
    readBy: null,
    fileIds: [fileId],
  })
  postId = sent.output().postId
})
afterAll(() => product.stop())

test('S-038: nothing of the channel is said by any address of the portal, to nobody and to an applicant', async () => {
  const person = await findLocalPerson(product, 'graduate')
  await layApplicant(product, person)
  const applicant = await signInApplicant(product, person)
  const nobody = product.visitor('public')
  const { rows } = await product.admin.query<{ now: Date; id: string }>(
    'select app_now() as now, id from accounts where claimed_at is not null order by claimed_at desc limit 1',
  )
  const [account] = rows
  if (account === undefined) throw new Error('no account')
  const { now, id: accountId } = account
  // The link an own file would have: right MAC, right person, and still no such file on this face.
  const link = makeFileLink(
    product.services.public.crypto,
    { kind: 'applicant', accountId, sessionId: '', endsAt: now },
    fileId,
    now,
  )
  const channelPaths = OFFICE_ROUTES.filter(({ endpoint }) => endpoint.name.startsWith('channel.')).map(
    ({ endpoint }) => endpoint.path.replace(':postId', postId).replace(':fileId', fileId),
  )
  expect(channelPaths.length).toBeGreaterThan(10)
  const paths = PUBLIC_ROUTES.map(({ endpoint }) => endpoint.path.replaceAll(/:\w+/g, () => randomUUID()))
  const told: string[] = []
  for (const visitor of [nobody, applicant]) {
    for (const url of [...paths, ...channelPaths, link, '/', '/robots.txt', '/sitemap.xml', '/channel']) {
      const reply = await visitor.raw({ method: 'GET', url })
      if (reply.text.includes('金丝雀') || reply.text.includes('channel')) told.push(url)
      if (channelPaths.includes(url) || url === link) expect([401, 404]).toContain(reply.status)
    }
  }
  expect(told).toEqual([])
})

test('no public or partner role may read, or even count, a row of the channel', async () => {
  for (const role of ['public_face', 'partner_face'] as const) {
    const client = new Client({ connectionString: product.database.urls[role] })
    await client.connect()
    for (const table of ['channel_posts', 'channel_files', 'channel_receipts', 'channel_reminders']) {
      await expect(client.query(`select count(*) from ${table}`), `${role} ${table}`).rejects.toThrow(
        'permission denied',
      )
    }
    await expect(client.query(`select * from channel_recipients($1)`, [postId])).rejects.toThrow('permission denied')
    await client.end()
  }
})
