import { randomUUID } from 'node:crypto'
import { getNoticeEndpoint, listNoticesEndpoint } from '@xingtan/contract/notice'
import { getHomeEndpoint } from '@xingtan/contract/place'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestProduct, startTestProduct } from '../../../test/product.ts'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct({ withWorker: false })
})
afterAll(() => product.stop())

interface Row {
  readonly title: string
  readonly from: string
  readonly until?: string
  readonly region?: string
  readonly business?: string
  readonly html?: string
  readonly pinned?: boolean
}

/** Lays an announcement down as if it had been approved; times are intervals from now. */
async function lay(row: Row): Promise<string> {
  const id = randomUUID()
  await product.admin.query(
    `insert into notices (id, title, agency_code, region_code, business, html, is_pinned, search_text, published_at, taken_down_at)
     values ($1, $2, '33001', $3, $4, $5, $6, $2, date_trunc('milliseconds', app_now()) + $7::interval, date_trunc('milliseconds', app_now()) + $8::interval)`,
    [
      id,
      row.title,
      row.region ?? '330000',
      row.business ?? 'recognition',
      row.html ?? '<p>第一段。</p>',
      row.pinned ?? false,
      row.from,
      row.until ?? null,
    ],
  )
  return id
}

const visitor = () => product.visitor('public')
const read = (noticeId: string) => visitor().call(getNoticeEndpoint, { noticeId })

async function listTitles(input: Parameters<typeof listNoticesEndpoint.input.parse>[0] = {}): Promise<string[]> {
  const parsed = listNoticesEndpoint.input.parse(input)
  return (await visitor().call(listNoticesEndpoint, parsed)).output().notices.map(({ title }) => title)
}

test('shows an announcement while it is out, its agency and whom it is meant for (PUB-1)', async () => {
  const id = await lay({ title: '今天的公告', from: '-1 hour', until: '24 hours' })
  expect((await read(id)).output()).toMatchObject({
    title: '今天的公告',
    publisher: '浙江省教育厅',
    regionName: '浙江省',
    html: '<p>第一段。</p>',
  })
  expect(await listTitles()).toContain('今天的公告')
})

test('S-090: what stands in the table is made clean for every reader, whoever laid it there', async () => {
  const id = await lay({
    title: '被改动的公告',
    from: '-1 hour',
    html: '<p onclick="x()">字<img src=x onerror=alert(1)></p><script>alert(1)</script><a href="javascript:x">链</a>',
  })
  expect((await read(id)).output().html).toBe('<p>字</p>链')
})

test('I-16: one that is not out yet is unknown, on the list and by its address', async () => {
  const id = await lay({ title: '明天的公告', from: '24 hours' })
  for (const unknown of [id, randomUUID()]) {
    const reply = await read(unknown)
    expect([reply.status, reply.refusal().code]).toEqual([404, 'request.not-found'])
  }
  expect(await listTitles()).not.toContain('明天的公告')
})

test('I-16: one that is over is gone (410) from the very instant of its end, and one withdrawn at once', async () => {
  const over = await lay({ title: '昨天的公告', from: '-48 hours', until: '-24 hours' })
  const withdrawn = await lay({ title: '撤下的公告', from: '-1 hour' })
  await product.admin.query(
    `update notices set withdrawn_at = app_now(), withdrawn_by = (select id from staff_users limit 1), withdraw_reason = '有误' where id = $1`,
    [withdrawn],
  )
  for (const id of [over, withdrawn]) {
    const reply = await read(id)
    expect([reply.status, reply.refusal().code]).toEqual([410, 'notice.over'])
  }
  const titles = await listTitles()
  expect(titles).not.toContain('昨天的公告')
  expect(titles).not.toContain('撤下的公告')

  const edge = await lay({ title: '到点的公告', from: '-1 hour', until: '1 hour' })
  const { rows } = await product.admin.query<{ at: Date }>('select taken_down_at as at from notices where id = $1', [
    edge,
  ])
  const end = rows[0]?.at ?? new Date(0)
  await product.moveClock(new Date(end.getTime() - 5000))
  expect((await read(edge)).status).toBe(200)
  await product.moveClock(end)
  expect((await read(edge)).status).toBe(410)
})

test('I-16: the public role cannot read what is not out, whatever it asks', async () => {
  await lay({ title: '藏起来的公告', from: '24 hours' })
  const seen = await product.services.public.db.transaction({}, (tx) =>
    tx.run({ text: `select 1 from notices where published_at > app_now() or taken_down_at <= app_now()`, values: [] }),
  )
  expect(seen).toBe(0)
})

test('a place reads what is meant for it and all above it; without a place nation and provinces speak', async () => {
  await lay({ title: '柯城的公告', from: '-1 hour', region: '330802' })
  await lay({ title: '衢江的公告', from: '-1 hour', region: '330803' })
  await lay({ title: '衢州的公告', from: '-1 hour', region: '330800' })
  const home = async (input: { regionCode?: string }) =>
    (await visitor().call(getHomeEndpoint, input)).output().notices.map(({ title }) => title)
  const kecheng = await listTitles({ regionCode: '330802' })
  expect(kecheng).toEqual(
    expect.arrayContaining(['柯城的公告', '衢州的公告', '今天的公告', '谨防假冒网站和有偿代报名']),
  )
  expect(kecheng).not.toContain('衢江的公告')
  expect(await home({ regionCode: '330802' })).toContain('柯城的公告')
  expect(await home({})).not.toContain('柯城的公告')
})

test('is found by business, which takes in what is for all, and by a part of its words in any writing', async () => {
  await lay({ title: '注册的ABC公告', from: '-1 hour', business: 'registration' })
  expect(await listTitles({ business: 'registration' })).toEqual(['注册的ABC公告', '谨防假冒网站和有偿代报名'])
  await product.admin.query(`update notices set search_text = lower(search_text)`)
  expect(await listTitles({ text: 'ａｂｃ' })).toEqual(['注册的ABC公告'])
  expect(await listTitles({ text: '%' })).toEqual([])
})

test('pages are whole: pinned ones first, each once, and none is lost', async () => {
  for (let index = 0; index < 22; index += 1) {
    await lay({
      title: `翻页${index}`,
      from: '-2 hours',
      region: '330881',
      pinned: index === 21,
      business: 'certificate',
    })
  }
  const wish = { regionCode: '330881', business: 'certificate', text: '翻页' } as const
  const first = (await visitor().call(listNoticesEndpoint, wish)).output()
  expect(first.notices[0]?.title).toBe('翻页21')
  expect(first.notices).toHaveLength(20)
  const second = (await visitor().call(listNoticesEndpoint, { ...wish, after: first.after ?? '' })).output()
  expect(second.after).toBeNull()
  expect(new Set([...first.notices, ...second.notices].map(({ id }) => id)).size).toBe(22)
})

test('refuses an address that is no id, and a page mark that was edited', async () => {
  expect((await visitor().raw({ method: 'GET', url: '/api/notices/1' })).status).toBe(400)
  expect((await visitor().raw({ method: 'GET', url: '/api/notices?after=e30' })).status).toBe(400)
})
