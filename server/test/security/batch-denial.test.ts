import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approveCasesEndpoint } from '@xingtan/contract/office/case'
import { requestVettingEndpoint } from '@xingtan/contract/office/vetting'
import { type TestProduct, startTestProduct } from '../product.ts'
import { signInOfficer } from '../sign-in.ts'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

async function listDenials(event: string) {
  const { rows } = await product.admin.query<{ outcome: string; detail: unknown }>(
    'select outcome, detail from audit_events where event = $1',
    [event],
  )
  return rows
}

const DENIED = [{ outcome: 'denied', detail: { code: 'case.row-not-found' } }]

test('a batch with a row that is not in scope is refused whole and leaves a denial behind (S-045, S-060)', async () => {
  const applicationId = randomUUID()
  const approver = await signInOfficer(product, 'kecheng-approve')
  const approval = await approver.call(approveCasesEndpoint, { dryRun: false, cases: [{ applicationId, version: 1 }] })
  expect(approval.refusal()).toMatchObject({ code: 'case.row-not-found' })
  expect(await listDenials(approveCasesEndpoint.name)).toEqual(DENIED)
  const vetter = await signInOfficer(product, 'kecheng-vet')
  const check = await vetter.call(requestVettingEndpoint, { applicationIds: [applicationId], kind: 'crime' })
  expect(check.refusal()).toMatchObject({ code: 'case.row-not-found' })
  expect(await listDenials(requestVettingEndpoint.name)).toEqual(DENIED)
})
