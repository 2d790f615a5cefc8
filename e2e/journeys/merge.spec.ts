import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { countBreaches } from '@xingtan/tools/count-breaches'
import { type Stack, startStack } from '@xingtan/tools/stack'
import { submitCase } from '../api/appointment.ts'
import {
  approveCase,
  confirmCase,
  getCase,
  requestVetting,
  reviewCase,
  signInOfficer,
  waitForStage,
} from '../api/officer.ts'
import { drawPhoto, drawSignature } from '../api/pictures.ts'
import type { Product } from '../api/product.ts'
import { findPerson } from '../api/sandbox.ts'
import { queryCertificate } from '../pages/certificate-query.ts'
import { lookAt } from '../pages/look-at.ts'
import { signInAs } from '../pages/office-staff.ts'
import { approveSuccession, orderSuccession } from '../pages/office-succession.ts'
import { Visitors } from '../pages/visitors.ts'

const OLD = { code: '33075', name: '柯城区教育局' }
const HEIR = { code: '33078', name: '开化县教育局' }

// A merger ends the agency every other journey works at: it gets a product of its own.
let folder: string
let stack: Stack
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xingtan-merge-'))
  stack = await startStack({ dataFolder: folder, ports: 'free', mode: 'test', log: () => {} })
})
test.afterAll(async () => {
  await stack.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('two counties merge in mid-round: two persons decide it, the case goes on in the successor, the applicant sees who acts now, the old office ends, the certificate names its successor (ADM-2, S-032, S-056, domain §23 case 12)', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const product: Product = { ...stack.urls, database: stack.databaseAdminUrl }
  const visitors = new Visitors(browser, product)
  const pictures = { photo: await drawPhoto(browser), signature: await drawSignature(browser) }
  const running = await submitCase(product, await findPerson(product, 'graduate', 25), pictures)
  const done = await submitCase(product, await findPerson(product, 'graduate', 26), pictures)
  const ids = [running.applicationId, done.applicationId]

  const number = await test.step('in mid-round one case waits for approval, another has its certificate', async () => {
    const confirm = await signInOfficer(product, 'confirm')
    for (const { registrationNumber } of [running, done]) await confirmCase(confirm, registrationNumber)
    const vet = await signInOfficer(product, 'vet')
    for (const kind of ['crime', 'offence'] as const) await requestVetting(vet, ids, kind)
    const review = await signInOfficer(product, 'review')
    for (const id of ids) {
      await waitForStage(review, id, 'awaiting-review')
      await reviewCase(review, id)
    }
    return approveCase(await signInOfficer(product, 'approve'), done.applicationId)
  })
  expect(number.slice(4, 9)).toBe(OLD.code)

  const old = await visitors.openOffice()
  await signInAs(old, 'kecheng-approve')
  await old.goto(`/cases/${running.applicationId}`)
  await expect(old.getByRole('region', { name: '办理', exact: true })).toBeVisible()

  await test.step('the province orders it, another person at the nation agrees, and everything goes over', async () => {
    const province = await visitors.openOffice()
    await signInAs(province, 'zhejiang-system')
    await orderSuccession(province, { agencyCode: OLD.code, newCode: HEIR.code, movedUsernames: ['kecheng-confirm'] })
    const nation = await visitors.openOffice()
    await signInAs(nation, 'nation-system')
    await approveSuccession(nation, OLD.code)
  })

  await test.step('the approver of the old office can do nothing any more', async () => {
    await old.reload()
    await expect(old.getByRole('heading', { level: 1, name: '工作人员登录' })).toBeVisible()
  })

  await test.step('the applicant sees who acts now', async () => {
    const own = await visitors.continueInBrowser(running.site)
    await own.goto(`/applications/${running.applicationId}`)
    await expect(own.getByText('现承办机构')).toBeVisible()
    await expect(own.getByText(HEIR.name).first()).toBeVisible()
    await expect(own.getByText(/由开化县教育局接替办理/)).toBeVisible()
    await lookAt(own, 'portal-case-succeeded')
  })

  await test.step('the successor concludes the case and numbers it in its own series', async () => {
    const approve = await signInOfficer(product, 'approve', 'kaihua')
    expect((await getCase(approve, running.applicationId)).row.registrationNumber).toBe(running.registrationNumber)
    const next = await approveCase(approve, running.applicationId)
    expect(next.slice(4, 9)).toBe(HEIR.code)
  })

  await test.step('the certificate of before keeps number and name, and names the successor', async () => {
    const stranger = await visitors.openPortal()
    await queryCertificate(stranger, product, {
      name: done.person.name,
      documentNumber: done.person.number,
      certificateNumber: number,
      phone: '19900009988',
    })
    const answer = stranger.getByRole('region', { name: '查询结果' })
    await expect(answer.getByText(OLD.name)).toBeVisible()
    await expect(answer.getByText(HEIR.name)).toBeVisible()
    await lookAt(stranger, 'portal-certificate-succeeded')
  })

  await visitors.close()
  visitors.expectNoTrouble()
  const said: string[] = []
  const question = { databaseUrl: product.database, dataFolder: folder }
  const breaches = await countBreaches({ ...question, say: (line) => said.push(line) })
  expect(breaches, said.join('\n')).toBe(0)
})
