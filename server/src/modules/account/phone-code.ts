import { randomInt, randomUUID } from 'node:crypto'
import type { PolicyValues } from '@xingtan/contract/policy'
import { shanghaiTime } from '@xingtan/domain/shanghai-time'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { problem, problemForSeconds } from '../../platform/problem.ts'
import { queueSms } from '../message/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { spendProof } from './sql-challenge.ts'
import { takeToken } from './rate-limit.ts'
import { findPhoneSend, insertPhoneCode, takeCode, takePhoneSend } from './sql-phone.ts'

const DAY_SECONDS = 86_400

export type PhoneCodePurpose = 'register' | 'certificate-query' | 'consultation'

const PURPOSE_WORDS: Readonly<Record<PhoneCodePurpose | 'sign-in', string>> = {
  register: '注册账号',
  'certificate-query': '查询教师资格证书',
  consultation: '提交咨询、投诉或举报',
  'sign-in': '登录',
}

/** Six random digits. */
export function makeCode(): string {
  return String(randomInt(0, 1_000_000)).padStart(6, '0')
}

export function codeHash(ctx: Pick<Context, 'crypto'>, code: string, bound: string): Buffer {
  return ctx.crypto.mac('phone-code', `${bound}:${code}`)
}

export function phoneIndexOf(ctx: Pick<Context, 'crypto'>, phone: string): Buffer {
  return ctx.crypto.blindIndex('phone', phone)
}

/** Text of a code SMS: what it is for, how long it holds, and that nobody may ask for it. */
export function codeText(purpose: PhoneCodePurpose | 'sign-in', code: string, expiresAt: Date): string {
  return `【中国教师资格网】您正在${PURPOSE_WORDS[purpose]}，验证码 ${code}，${shanghaiTime(expiresAt)} 前有效。工作人员不会向您索要验证码，请勿告诉他人。`
}

/** Takes the right to send, or stops with how long to wait (S-012). */
export async function throwUnlessSendAllowed(
  tx: Tx,
  wanted: { readonly phoneIndex: Buffer; readonly purpose: string },
): Promise<PolicyValues['sms.limits']> {
  const book = await loadPolicyBook(tx, null)
  const limits = book.resolve('sms.limits', tx.today).value
  if (await takePhoneSend(tx, { ...wanted, limits })) return limits
  const sent = await findPhoneSend(tx, wanted.phoneIndex, wanted.purpose)
  if (sent !== undefined && sent.day === tx.today && sent.sentOnDay >= limits.perPhonePerDay) {
    throw problem('account.code-daily-limit')
  }
  const since = sent === undefined ? 0 : (tx.now.getTime() - sent.lastAt.getTime()) / 1000
  throw problemForSeconds('account.code-too-soon', limits.resendSeconds - since)
}

export interface SendPhoneCode {
  readonly purpose: PhoneCodePurpose
  readonly phone: string
  readonly proof: string
}

/** Sends a code after a proven challenge: no proof, no SMS (S-012, ruling S-005…S-016). */
export async function sendPhoneCode(
  ctx: Context,
  input: SendPhoneCode,
): Promise<{ phoneCodeId: string; expiresAt: string; resendAt: string }> {
  const { deviceHash } = ctx.request
  const hash = ctx.crypto.hashToken(input.proof)
  // The proof is spent for good even when the phone may not be written to now.
  const spent = await ctx.write((tx) =>
    spendProof(tx, { hash, purpose: 'phone-code', deviceHash, ways: ['slider', 'work'] }),
  )
  if (!spent) throw problem('account.proof-refused')
  return ctx.write(async (tx) => {
    const phoneIndex = phoneIndexOf(ctx, input.phone)
    const limits = await throwUnlessSendAllowed(tx, { phoneIndex, purpose: input.purpose })
    // One device does not write to a hundred phones, however many challenges it solves.
    const { perDevicePerDay } = limits
    const seconds = DAY_SECONDS / perDevicePerDay
    const wait = await takeToken(tx, ctx, { of: 'sms', by: deviceHash, seconds, burst: perDevicePerDay })
    if (wait > 0) throw problemForSeconds('account.code-too-soon', wait)
    const id = randomUUID()
    const code = makeCode()
    const expiresAt = new Date(tx.now.getTime() + limits.codeMinutes * 60_000)
    await insertPhoneCode(tx, {
      id,
      purpose: input.purpose,
      phoneIndex,
      deviceHash,
      codeHash: codeHash(ctx, code, id),
      expiresAt,
    })
    await queueSms(tx, ctx.crypto, {
      phone: input.phone,
      text: codeText(input.purpose, code, expiresAt),
      template: `account.code-${input.purpose}`,
      accountId: null,
      dedupeKey: `phone-code:${id}`,
    })
    const resendAt = new Date(tx.now.getTime() + limits.resendSeconds * 1000)
    return { phoneCodeId: id, expiresAt: expiresAt.toISOString(), resendAt: resendAt.toISOString() }
  })
}

export interface GivenCode {
  readonly phoneCodeId: string
  readonly phone: string
  readonly code: string
  readonly purpose: PhoneCodePurpose
}

/**
 * Uses up a phone code or stops. The try commits by itself, so that guessing costs tries even when the caller's own work
 * is rolled back (S-011).
 */
export async function takePhoneCode(ctx: Context, given: GivenCode): Promise<void> {
  const { phoneCodeId: id, purpose } = given
  const wanted = { id, purpose, phoneIndex: phoneIndexOf(ctx, given.phone), deviceHash: ctx.request.deviceHash }
  const isRight = await ctx.write((tx) => takeCode(tx, { ...wanted, codeHash: codeHash(ctx, given.code, id), most: 5 }))
  if (!isRight) throw problem('account.code-wrong')
}
