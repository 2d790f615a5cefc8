import { getContactEndpoint, listContactsEndpoint } from '@xingtan/contract/contact'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestProduct, startTestProduct } from '../../../test/product.ts'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct({ withWorker: false })
})
afterAll(() => product.stop())

const visitor = () => product.visitor('public')

test('agencies of a province stand in their tree with what they publish of themselves (PUB-4)', async () => {
  const { agencies } = (await visitor().call(listContactsEndpoint, { regionCode: '330000' })).output()
  expect(agencies[0]).toMatchObject({ name: '浙江省教育厅', level: 'province', types: [7] })
  const city = agencies.findIndex(({ name }) => name === '衢州市教育局')
  expect(agencies[city + 1]).toMatchObject({
    name: '柯城区教育局',
    profile: { phones: ['0570-3003075'], email: 'jszg33075@edu.example.cn' },
  })
  expect(JSON.stringify(agencies)).not.toContain('published_by')
})

test('an agency that has published nothing says so, and the newest version counts', async () => {
  const [henan] = (await visitor().call(listContactsEndpoint, { regionCode: '410000' })).output().agencies
  expect(henan).toMatchObject({ name: '河南省教育厅', profile: null })
  await product.admin.query(
    `insert into agency_profiles select agency_code, 2, address, '0570-3012345、13800138000', email, hours, notes, website, published_by, app_now()
     from agency_profiles where agency_code = '33075'`,
  )
  const contact = (await visitor().call(getContactEndpoint, { agencyCode: '33075' })).output()
  expect(contact.profile?.phones).toEqual(['0570-3012345', '13800138000'])
})

test('one agency shows its points, whether it is open and what it has announced', async () => {
  const contact = (await visitor().call(getContactEndpoint, { agencyCode: '33075' })).output()
  expect(contact).toMatchObject({ parent: { name: '衢州市教育局' }, network: { open: true } })
  expect(contact.points.map(({ name }) => name)).toContain('衢州学院行政楼108')
  expect(contact.notices.map(({ title }) => title)).toContain('衢州市柯城区教师资格认定现场确认安排')
})

test('an agency that is none, or has ended, is unknown', async () => {
  expect((await visitor().call(getContactEndpoint, { agencyCode: '33999' })).status).toBe(404)
  expect((await visitor().call(getContactEndpoint, { agencyCode: '00000' })).status).toBe(404)
})
