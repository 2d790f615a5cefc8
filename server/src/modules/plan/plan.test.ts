import { randomUUID } from 'node:crypto'
import { type WindowState, findAgenciesEndpoint, getHomeEndpoint } from '@xingtan/contract/place'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestProduct, startTestProduct } from '../../../test/product.ts'

const KECHENG = '330802'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct({ withWorker: false })
})
afterAll(() => product.stop())

async function getOffers(regionCode = KECHENG) {
  return (await product.visitor('public').call(findAgenciesEndpoint, { regionCode, qualificationType: 3 })).output()
    .agencies
}

async function getNetwork(): Promise<WindowState | undefined> {
  return (await getOffers())[0]?.network
}

const getHome = async (regionCode?: string) =>
  (await product.visitor('public').call(getHomeEndpoint, regionCode === undefined ? {} : { regionCode })).output()

describe('which agency, when and where (APP-1, APP-4)', () => {
  test('names the agency of the place, its open window and its points', async () => {
    const [offer, ...others] = await getOffers()
    expect(others).toEqual([])
    expect(offer).toMatchObject({ agencyName: '柯城区教育局', network: { open: true, closedBy: null } })
    expect(offer?.network.sentence).toMatch(/^正在网上报名，\d{4}年\d{1,2}月\d{1,2}日 \d\d:\d\d截止。$/)
    expect(offer?.points.length).toBeGreaterThan(0)
  })

  test('answers nothing for a place nobody knows, and the same again for a repeat', async () => {
    expect(await getOffers('999999')).toEqual([])
    expect(await getOffers()).toEqual(await getOffers())
  })

  test('refuses a place that is no code and a type that does not exist', async () => {
    const visitor = product.visitor('public')
    for (const query of ['regionCode=33&qualificationType=3', `regionCode=${KECHENG}&qualificationType=9`, '']) {
      expect((await visitor.raw({ method: 'GET', url: `/api/agency-offers?${query}` })).status).toBe(400)
    }
  })

  test('S-075: is open up to the closing instant and closed from it on', async () => {
    const closesAt = (await getNetwork())?.closesAt
    if (closesAt === null || closesAt === undefined) throw new Error('the demonstration is open')
    const instant = new Date(closesAt).getTime()
    await product.moveClock(new Date(instant - 5000))
    expect(await getNetwork()).toMatchObject({ open: true })
    await product.moveClock(new Date(instant))
    expect(await getNetwork()).toMatchObject({ open: false })
    await product.moveClock(new Date('2026-10-12T10:00:00+08:00'))
  })

  test('S-078: says in maintenance that everything waits, why, and until when; opens at that instant by itself', async () => {
    const id = randomUUID()
    await product.admin.query(
      `insert into closures (id, opens_at, closes_at, sentence)
       values ($1, app_now() - interval '1 hour', '2026-10-12T12:00:00+08:00', '系统正在维护，暂停办理。')`,
      [id],
    )
    const closed = await getNetwork()
    expect(closed).toMatchObject({ open: false, closedBy: 'maintenance', opensAt: '2026-10-12T04:00:00.000Z' })
    expect(closed?.sentence).toContain('系统正在维护')
    expect((await getHome()).national).toMatchObject({ open: false, closedBy: 'maintenance' })
    await product.moveClock(new Date('2026-10-12T12:00:00+08:00'))
    expect(await getNetwork()).toMatchObject({ open: true })
    await product.admin.query('delete from closures where id = $1', [id])
    await product.moveClock(new Date('2026-10-12T10:00:00+08:00'))
  })

  test('says that an agency without a plan takes no part, in the words of the handbook', async () => {
    const { rows } = await product.admin.query<{ region: string }>(
      `select region_code as region from agencies a
         where exists (select 1 from agency_powers w where w.agency_code = a.code and w.qualification_type = 3)
         and not exists (select 1 from agency_plans p where p.agency_code = a.code) limit 1`,
    )
    const [offer] = await getOffers(rows[0]?.region)
    expect(offer?.network).toMatchObject({
      open: false,
      closedBy: 'no-plan',
      sentence: '该地的认定机构暂未开始业务安排或不参与认定工作，请联系认定机构咨询详细情况。',
    })
  })
})

describe('the home page (PUB-1, PUB-7)', () => {
  test('says for a place which agency recognises what, and nothing for a place that does not exist', async () => {
    const { place } = await getHome(KECHENG)
    expect(place?.regionName).toBe('浙江省衢州市柯城区')
    expect(place?.agencies.map((agency) => agency.agencyName)).toContain('柯城区教育局')
    expect((await getHome('999999')).place).toBeNull()
    expect((await getHome()).place).toBeNull()
  })
})
