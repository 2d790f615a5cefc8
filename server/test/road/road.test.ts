import { afterAll, beforeAll, expect, test } from 'vitest'
import { getApplicationEndpoint, getDocumentEndpoint, requestFormPreviewEndpoint } from '@xingtan/contract/application'
import { listOwnCertificatesEndpoint, queryCertificateEndpoint } from '@xingtan/contract/certificate'
import { findLocalPerson, makeReadyDraft, submitReady } from '../applicant.ts'
import { approveCase, confirmCase, reviewCase, signInDesk, vetCase } from '../officer.ts'
import { type TestProduct, startTestProduct } from '../product.ts'
import { getPhoneCode } from '../sign-in.ts'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

test('a person applies, is confirmed, vetted, judged by two and checked by a stranger the same minute', async () => {
  const person = await findLocalPerson(product, 'graduate', 3)
  const ready = await makeReadyDraft(product, person)
  const receipt = await submitReady(ready)
  expect(receipt.registrationNumber).toMatch(/^\d{15}$/)

  const { documentId } = (
    await ready.visitor.call(requestFormPreviewEndpoint, { applicationId: receipt.applicationId })
  ).output()
  await product.settle()
  expect((await ready.visitor.call(getDocumentEndpoint, { documentId })).output().state).toBe('ready')

  const desk = await signInDesk(product)
  const applicationId = await confirmCase(product, desk, receipt.registrationNumber)
  await vetCase(desk, applicationId)
  await reviewCase(desk, applicationId)
  const number = await approveCase(desk, applicationId)
  expect(number).toMatch(/^202633075[1-3][12]000001$/)

  const view = (await ready.visitor.call(getApplicationEndpoint, { applicationId })).output()
  expect(view).toMatchObject({ status: 'recognised', certificate: { number } })
  const own = (await ready.visitor.call(listOwnCertificatesEndpoint, {})).output()
  expect(own.certificates.map((certificate) => certificate.number)).toEqual([number])

  const stranger = product.visitor('public')
  const phone = '19900009999'
  const code = await getPhoneCode(product, stranger, { phone, purpose: 'certificate-query' })
  const found = await stranger.call(queryCertificateEndpoint, {
    name: person.name,
    documentNumber: person.number,
    certificateNumber: number,
    phone,
    ...code,
  })
  expect(found.output()).toMatchObject({ found: true, certificateNumber: number, state: 'valid' })
})
