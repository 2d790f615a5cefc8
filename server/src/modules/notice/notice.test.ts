import { randomUUID } from 'node:crypto'
import { getHomeEndpoint, getNoticeEndpoint } from '@xingtan/contract/place'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestProduct, startTestProduct } from '../../../test/product.ts'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct({ withWorker: false })
})
afterAll(() => product.stop())

/** Lays a notice down; hours from now. */
async function publish(title: string, fromHours: number, untilHours: number | null): Promise<string> {
  const id = randomUUID()
  await product.admin.query(
    `insert into notices (id, title, publisher, paragraphs, published_at, taken_down_at)
     values ($1, $2, '演示', array['第一段。', '<b>第二段</b>。'], app_now() + make_interval(hours => $3), app_now() + make_interval(hours => $4))`,
    [id, title, fromHours, untilHours],
  )
  return id
}

const read = (noticeId: string) => product.visitor('public').call(getNoticeEndpoint, { noticeId })

async function listTitles(): Promise<string[]> {
  const { notices } = (await product.visitor('public').call(getHomeEndpoint, {})).output()
  return notices.map((notice) => notice.title)
}

test('shows an announcement while it is out, newest first, its words as they are (PUB-1)', async () => {
  const id = await publish('今天的公告', -1, 24)
  expect((await read(id)).output()).toMatchObject({ title: '今天的公告', paragraphs: ['第一段。', '<b>第二段</b>。'] })
  expect((await listTitles())[0]).toBe('今天的公告')
})

test('I-16: hides one that is not out yet or was taken down, on the list and by its address', async () => {
  const early = await publish('明天的公告', 24, null)
  const late = await publish('昨天的公告', -48, -24)
  for (const id of [early, late, randomUUID()]) {
    const reply = await read(id)
    expect(reply.status).toBe(404)
    expect(reply.refusal().code).toBe('request.not-found')
  }
  expect(await listTitles()).not.toEqual(expect.arrayContaining(['明天的公告']))
  expect(await listTitles()).not.toEqual(expect.arrayContaining(['昨天的公告']))
})

test('lists no more than eight', async () => {
  for (let index = 0; index < 10; index += 1) await publish(`公告${index}`, -1, null)
  expect(await listTitles()).toHaveLength(8)
})

test('refuses an address that is no id', async () => {
  expect((await product.visitor('public').raw({ method: 'GET', url: '/api/notices/1' })).status).toBe(400)
})
