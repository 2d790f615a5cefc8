import { randomInt } from 'node:crypto'
import { shanghaiDay, shanghaiTime } from '@xingtan/domain/shanghai-time'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { queueSms } from '../message/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { insertActivation } from './sql-activation.ts'

/** Without characters that look alike. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const HOUR_MS = 3_600_000

function makeCode(): string {
  const four = () => Array.from({ length: 4 }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('')
  return `${four()}-${four()}-${four()}`
}

/** One spelling of a typed code: case, spaces and dashes do not matter. */
export function activationHash(ctx: Pick<Context, 'crypto'>, code: string): Buffer {
  return ctx.crypto.mac('staff-activation', code.toUpperCase().replaceAll(/[^0-9A-Z]/g, ''))
}

export interface CodeWish {
  readonly userId: string
  readonly username: string
  readonly phone: string
  /** By default as long as the policy says. */
  readonly expiresAt?: Date
}

/**
 * Sends a user a code of 60 random bits to the filed mobile, good once; whoever opened the user never learns it and
 * never chooses a password (ASVS 6.4.6). The SMS names no address of the office.
 */
export async function sendActivationCode(ctx: Context, tx: Tx, wish: CodeWish): Promise<Date> {
  const book = await loadPolicyBook(tx, null)
  const hours = book.resolve('staff.activation-hours', tx.today).value
  const expiresAt = wish.expiresAt ?? new Date(tx.now.getTime() + hours * HOUR_MS)
  const code = makeCode()
  const id = await insertActivation(tx, { userId: wish.userId, codeHash: activationHash(ctx, code), expiresAt })
  const until = `${shanghaiDay(expiresAt)} ${shanghaiTime(expiresAt)}`
  await queueSms(tx, ctx.crypto, {
    phone: wish.phone,
    text: `【教师资格管理信息系统】办公用户 ${wish.username} 的激活码 ${code}，${until} 前有效，只能使用一次。请在登录页选择“激活用户”设置密码，请勿告诉他人。`,
    template: 'staff.activation',
    accountId: null,
    dedupeKey: `staff-activation:${id}`,
  })
  return expiresAt
}
