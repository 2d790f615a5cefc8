import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { completeProfileEndpoint, getMeEndpoint, registerEndpoint } from '@xingtan/contract/account'
import { getOfficerEndpoint } from '@xingtan/contract/office/session'
import { type TestProduct, startTestProduct } from '../../../test/product.ts'
import { getPhoneCode, signInApplicant, signInOfficer } from '../../../test/sign-in.ts'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

describe('registration', () => {
  test('opens an account that claims the number once the source has proven it (ACC-1)', async () => {
    const person = await product.sandbox.findPerson('graduate', 7)
    const visitor = product.visitor('public')
    const code = await getPhoneCode(product, visitor, { phone: person.phone, purpose: 'register' })
    const reply = await visitor.call(registerEndpoint, {
      documentType: 'resident-id',
      documentNumber: person.number,
      name: person.name,
      phone: person.phone,
      password: '青山隐隐水迢迢秋尽江南',
      ...code,
    })
    reply.output()
    await product.settle()
    const me = (await visitor.call(getMeEndpoint, {})).output()
    expect(me).toMatchObject({ signedIn: true, realName: 'proven', profileComplete: false })
    ;(await visitor.call(completeProfileEndpoint, { ethnicGroup: '01' })).output()
    expect((await visitor.call(getMeEndpoint, {})).output()).toMatchObject({ profileComplete: true })
    const again = await signInApplicant(product, person, '青山隐隐水迢迢秋尽江南')
    expect((await again.call(getMeEndpoint, {})).output()).toMatchObject({ signedIn: true })
  })
})

test('an officer signs in with password and key (ACC-9)', async () => {
  const officer = await signInOfficer(product, 'kecheng-review')
  expect((await officer.call(getOfficerEndpoint, {})).output()).toMatchObject({
    signedIn: true,
    agencyName: '柯城区教育局',
  })
})
