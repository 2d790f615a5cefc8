import { z } from 'zod'
import {
  createChallengeEndpoint,
  sendPhoneCodeEndpoint,
  signInEndpoint,
  signInWithCodeEndpoint,
  solveChallengeEndpoint,
} from '@xingtan/contract/account'
import {
  type KeyProof,
  type KeyQuestion,
  beginSignInEndpoint,
  finishSignInEndpoint,
} from '@xingtan/contract/office/session'
import { SignAnswer } from '@xingtan/contract/authority/key-middleware'
import { solveProofOfWork } from '../src/platform/proof-of-work.ts'
import type { TestClient } from './client.ts'
import type { Product } from './product.ts'
import { OFFICE_ORIGIN } from './sandbox.ts'

export const APPLICANT_PASSWORD = '春风十里杏花开'
export const OFFICER_PASSWORD = '杏坛值班室的灯'
const PIN = '246810'

/** Earns a proof by work, as the way without dragging does. */
export async function earnProof(visitor: TestClient, purpose: 'sign-in' | 'phone-code'): Promise<string> {
  const challenge = (await visitor.call(createChallengeEndpoint, { purpose })).output()
  const counter = solveProofOfWork({ challenge: challenge.work.challenge, difficultyBits: challenge.work.bits })
  const solved = await visitor.call(solveChallengeEndpoint, {
    challengeId: challenge.challengeId,
    answer: { kind: 'work', counter },
  })
  return solved.output().proof
}

const Inbox = z.object({ messages: z.array(z.object({ text: z.string() })) })

/** Code of the newest SMS to a phone. */
export async function readCode(product: Product, phone: string): Promise<string> {
  await product.settle()
  const answer = await fetch(`${product.sandbox.http}/inbox/sms?phone=${phone}`)
  const [newest] = Inbox.parse(await answer.json()).messages
  const code = /验证码 (\d{6})/.exec(newest?.text ?? '')?.[1]
  if (code === undefined) throw new Error('no code was sent to this phone')
  return code
}

/** Asks for a code and reads it. */
export async function getPhoneCode(
  product: Product,
  visitor: TestClient,
  { phone, purpose }: { readonly phone: string; readonly purpose: 'register' | 'certificate-query' },
): Promise<{ phoneCodeId: string; code: string }> {
  const proof = await earnProof(visitor, 'phone-code')
  const { phoneCodeId } = (await visitor.call(sendPhoneCodeEndpoint, { purpose, phone, proof })).output()
  return { phoneCodeId, code: await readCode(product, phone) }
}

/** Signs a seeded applicant in by password and code; returns the browser. */
export async function signInApplicant(
  product: Product,
  person: { readonly number: string; readonly phone: string },
  password = APPLICANT_PASSWORD,
): Promise<TestClient> {
  const visitor = product.visitor('public')
  const first = await visitor.call(signInEndpoint, { account: person.number, password, way: { kind: 'phone-code' } })
  const result = first.output()
  if (result.kind !== 'code-required') throw new Error('a code is always asked for on this way')
  const code = await readCode(product, person.phone)
  ;(await visitor.call(signInWithCodeEndpoint, { ticket: result.ticket, code })).output()
  return visitor
}

/** What the key middleware answers to a challenge. */
export async function signWithKey(product: Product, serial: string, challenge: string): Promise<SignAnswer> {
  const answer = await fetch(`${product.sandbox.http}/key-middleware/sign`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: OFFICE_ORIGIN },
    body: JSON.stringify({ serial, pin: PIN, challenge }),
  })
  return SignAnswer.parse(await answer.json())
}

/** The SM2 key of the demonstration, ready to answer whatever it is asked. */
export function sm2Signer(product: Product): (question: KeyQuestion) => Promise<KeyProof> {
  return async ({ keySerial, challenge }) => ({
    kind: 'sm2',
    ...(await signWithKey(product, keySerial ?? '', challenge)),
  })
}

/** Signs an officer of the demonstration in with password and key; returns the browser, the key still plugged in. */
export async function signInOfficer(
  product: Product,
  username: string,
  password = OFFICER_PASSWORD,
): Promise<TestClient> {
  const visitor = product.visitor('office')
  const signer = sm2Signer(product)
  const begun = (await visitor.call(beginSignInEndpoint, { username, password })).output()
  ;(await visitor.call(finishSignInEndpoint, { ticket: begun.ticket, proof: await signer(begun) })).output()
  visitor.signWith(signer)
  return visitor
}
