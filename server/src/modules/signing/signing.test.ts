import { afterAll, beforeAll, expect, test } from 'vitest'
import { getDraftEndpoint, openDraftEndpoint } from '@xingtan/contract/application'
import {
  acceptSigningEndpoint,
  getSigningEndpoint,
  offerSigningEndpoint,
  openSigningEndpoint,
  rejectSigningEndpoint,
  submitSignatureEndpoint,
} from '@xingtan/contract/signing'
import { findLocalPerson, layApplicant, makePhoto, makeSignature } from '../../../test/applicant.ts'
import type { TestClient } from '../../../test/client.ts'
import { type TestProduct, startTestProduct } from '../../../test/product.ts'
import { signInApplicant } from '../../../test/sign-in.ts'

let product: TestProduct
let desktop: TestClient
let draftId: string
beforeAll(async () => {
  product = await startTestProduct()
  const person = await findLocalPerson(product, 'graduate', 30)
  await layApplicant(product, person)
  desktop = await signInApplicant(product, person)
  draftId = (await desktop.call(openDraftEndpoint, {})).output().draftId
})
afterAll(() => product.stop())

const codeOf = (reply: { refusal(): { code: string } }) => reply.refusal().code

async function offer() {
  const offered = (await desktop.call(offerSigningEndpoint, { draftId })).output()
  return { ...offered, token: offered.url.split('#')[1] ?? '' }
}

async function stateOf(signingId: string) {
  return (await desktop.call(getSigningEndpoint, { signingId })).output()
}

test('the draft holds a signature only after the desktop has accepted it (APP-5, S-080)', async () => {
  const { signingId, token, url, localUrl } = await offer()
  expect(new URL(url).pathname).toBe('/sign')
  expect(new URL(localUrl).search).toBe('')
  expect(await stateOf(signingId)).toMatchObject({ state: 'offered', device: null, sameDevice: null })
  expect(codeOf(await desktop.call(acceptSigningEndpoint, { signingId }))).toBe('signing.not-signed')
  const phone = product.visitor('public')
  const opened = (await phone.call(openSigningEndpoint, { token })).output()
  expect(opened.maskedName).toMatch(/\*/)
  expect(opened.documentTitle).toBe('个人承诺书')
  expect(await stateOf(signingId)).toMatchObject({ state: 'opened', sameDevice: false })
  const { deviceKey } = opened
  ;(await phone.call(submitSignatureEndpoint, { deviceKey }, { file: await makeSignature() })).output()
  const signed = await stateOf(signingId)
  expect(signed).toMatchObject({ state: 'signed' })
  expect((await desktop.raw({ method: 'GET', url: signed.previewUrl ?? '' })).status).toBe(200)
  const before = (await desktop.call(getDraftEndpoint, { draftId })).output()
  expect(before.steps.details.signatureId).toBeNull()
  const accepted = (await desktop.call(acceptSigningEndpoint, { signingId })).output()
  const after = (await desktop.call(getDraftEndpoint, { draftId })).output()
  expect(after.steps.details.signatureId).toBe(accepted.fileId)
  expect(after.version).toBe(accepted.draftVersion)
  expect(after.version).toBe(before.version + 1)
})

test('the first device to open the token owns it, a second one is refused (S-080)', async () => {
  const { signingId, token } = await offer()
  const thief = product.visitor('public')
  ;(await thief.call(openSigningEndpoint, { token })).output()
  const phone = product.visitor('public')
  expect(codeOf(await phone.call(openSigningEndpoint, { token }))).toBe('signing.taken')
  expect((await thief.call(openSigningEndpoint, { token })).status).toBe(200)
  expect(await stateOf(signingId)).toMatchObject({ sameDevice: false })
})

test('a device key is worth nothing on another device (S-080)', async () => {
  const { token } = await offer()
  const phone = product.visitor('public')
  const { deviceKey } = (await phone.call(openSigningEndpoint, { token })).output()
  const other = product.visitor('public')
  const file = await makeSignature()
  expect(codeOf(await other.call(submitSignatureEndpoint, { deviceKey }, { file }))).toBe('signing.over')
})

test('a rejected signing is void, and so is a token that was used (S-080)', async () => {
  const { signingId, token } = await offer()
  const phone = product.visitor('public')
  const { deviceKey } = (await phone.call(openSigningEndpoint, { token })).output()
  const file = await makeSignature()
  ;(await phone.call(submitSignatureEndpoint, { deviceKey }, { file })).output()
  expect(codeOf(await phone.call(submitSignatureEndpoint, { deviceKey }, { file }))).toBe('signing.over')
  expect(codeOf(await phone.call(openSigningEndpoint, { token }))).toBe('signing.over')
  ;(await desktop.call(rejectSigningEndpoint, { signingId })).output()
  expect(codeOf(await desktop.call(acceptSigningEndpoint, { signingId }))).toBe('signing.over')
  expect(await stateOf(signingId)).toMatchObject({ state: 'rejected', previewUrl: null })
})

test('a new offer ends the one before (S-080)', async () => {
  const first = await offer()
  await offer()
  const phone = product.visitor('public')
  expect(codeOf(await phone.call(openSigningEndpoint, { token: first.token }))).toBe('signing.over')
})

test('after five minutes the token is over (S-080)', async () => {
  const { signingId, token } = await offer()
  await product.admin.query(`update signings set expires_at = app_now() where id = $1`, [signingId])
  const phone = product.visitor('public')
  expect(codeOf(await phone.call(openSigningEndpoint, { token }))).toBe('signing.over')
  expect(await stateOf(signingId)).toMatchObject({ state: 'expired' })
})

test('what is no handwriting is refused (S-109)', async () => {
  const { token } = await offer()
  const phone = product.visitor('public')
  const { deviceKey } = (await phone.call(openSigningEndpoint, { token })).output()
  const reply = await phone.call(submitSignatureEndpoint, { deviceKey }, { file: await makePhoto() })
  expect(codeOf(reply)).toBe('signing.not-png')
})

test('nobody else sees or decides a signing (S-045)', async () => {
  const { signingId } = await offer()
  const person = await findLocalPerson(product, 'graduate', 31)
  await layApplicant(product, person)
  const stranger = await signInApplicant(product, person)
  expect((await stranger.call(getSigningEndpoint, { signingId })).status).toBe(404)
  expect((await stranger.call(acceptSigningEndpoint, { signingId })).status).toBe(404)
  expect((await stranger.call(offerSigningEndpoint, { draftId })).status).toBe(404)
})
