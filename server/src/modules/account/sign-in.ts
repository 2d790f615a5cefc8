import type { SignIn, SignInResult } from '@xingtan/contract/account'
import { maskPhone } from '@xingtan/domain/mask'
import { normalisePassword } from '@xingtan/domain/password'
import { personKey } from '@xingtan/domain/person-identity'
import type { Context, WorkTx } from '../../platform/context.ts'
import type { Wire } from '../../platform/http-bind.ts'
import { problem, problemForSeconds } from '../../platform/problem.ts'
import { queueSms } from '../message/index.ts'
import { TICKET_MINUTES } from './limits.ts'
import { codeHash, codeText, makeCode, throwUnlessSendAllowed } from './phone-code.ts'
import { type SignInRow, listAccountsForSignIn } from './sql-account.ts'
import { endReplacedSession } from './session.ts'
import { spendProof } from './sql-challenge.ts'
import { SIGN_IN_FAILURES, insertSession, insertTicket, isKnownDevice } from './sql-session.ts'

const DOCUMENT_TYPES = ['resident-id', 'hmt-residence-permit', 'hk-macao-permit', 'taiwan-permit'] as const

/** Index of the person behind an account name; a name that is no document number gets one of its own. */
function personIndexOf(ctx: Context, account: string): Buffer {
  const key = DOCUMENT_TYPES.map((type) => personKey(type, account)).find((found) => found !== undefined)
  return ctx.crypto.blindIndex('person', key ?? `none:${account}`)
}

/** The account whose password this is; the same work is done when there is none (S-001, S-002). */
async function findByPassword(
  ctx: Context,
  rows: readonly SignInRow[],
  password: string,
): Promise<SignInRow | undefined> {
  const text = normalisePassword(password)
  if (rows.length === 0) {
    await ctx.hasher.verify(text, undefined)
    return undefined
  }
  for (const row of rows) {
    if (await ctx.hasher.verify(text, row.passwordHash)) return row
  }
  return undefined
}

/**
 * Signs in with document number, password and a solved slider; or without dragging: right password, then a code to
 * the bound phone. A device seen for the first time is asked for the code as well (ACC-3, S-008, S-015, S-016).
 */
export async function signIn(ctx: Context, input: SignIn, wire: Wire): Promise<SignInResult> {
  const { deviceHash } = ctx.request
  if (input.way.kind === 'slider') {
    const hash = ctx.crypto.hashToken(input.way.proof)
    const spent = await ctx.write((tx) => spendProof(tx, { hash, purpose: 'sign-in', deviceHash, ways: ['slider'] }))
    if (!spent) throw problem('account.proof-refused')
  }
  const personIndex = personIndexOf(ctx, input.account)
  const { rows, waitSeconds } = await loadSignIn(ctx, personIndex)
  if (waitSeconds > 0) throw problemForSeconds('account.sign-in-waiting', waitSeconds)
  const row = await findByPassword(ctx, rows, input.password)
  if (row === undefined) {
    await ctx.write(async (tx) => {
      await SIGN_IN_FAILURES.count(tx, personIndex)
      tx.concerns('sign-in', personIndex.subarray(0, 8).toString('hex'), {}, 'refused')
    })
    throw problem('account.sign-in-refused')
  }
  return admit(ctx, { row, personIndex, withoutDragging: input.way.kind === 'phone-code' }, wire)
}

async function loadSignIn(ctx: Context, personIndex: Buffer): Promise<{ rows: SignInRow[]; waitSeconds: number }> {
  return ctx.write(async (tx) => {
    const rows = await listAccountsForSignIn(tx, personIndex)
    const blockedUntil = await SIGN_IN_FAILURES.findEnd(tx, personIndex)
    if (blockedUntil === null || blockedUntil <= tx.now) return { rows, waitSeconds: 0 }
    // The owner's own device is not held up by somebody else's guesses (S-005).
    for (const row of rows) {
      await tx.enter({ personId: row.id })
      if (await isKnownDevice(tx, row.id, ctx.request.deviceHash)) return { rows, waitSeconds: 0 }
    }
    return { rows, waitSeconds: (blockedUntil.getTime() - tx.now.getTime()) / 1000 }
  })
}

interface Admission {
  readonly row: SignInRow
  readonly personIndex: Buffer
  readonly withoutDragging: boolean
}

async function admit(
  ctx: Context,
  { row, personIndex, withoutDragging }: Admission,
  wire: Wire,
): Promise<SignInResult> {
  const token = ctx.crypto.randomToken()
  const result = await ctx.write(async (tx): Promise<SignInResult> => {
    await tx.enter({ personId: row.id })
    const known = await isKnownDevice(tx, row.id, ctx.request.deviceHash)
    if (withoutDragging || !known) {
      return askForCode(tx, ctx, { row, because: withoutDragging ? 'without-dragging' : 'new-device' })
    }
    await SIGN_IN_FAILURES.clear(tx, personIndex)
    await endReplacedSession(tx)
    await insertSession(tx, {
      tokenHash: ctx.crypto.hashToken(token),
      accountId: row.id,
      deviceHash: ctx.request.deviceHash,
    })
    tx.concerns('account', row.id)
    return { kind: 'signed-in' }
  })
  if (result.kind === 'signed-in') wire.setSession(token)
  return result
}

interface CodeWanted {
  readonly row: SignInRow
  readonly because: 'without-dragging' | 'new-device'
}

/** Right password, but the phone has to say so too: a ticket for this device, and a code to the bound phone. */
async function askForCode(tx: WorkTx, ctx: Context, { row, because }: CodeWanted): Promise<SignInResult> {
  const { deviceHash } = ctx.request
  const ticket = ctx.crypto.randomToken()
  const limits = await throwUnlessSendAllowed(tx, { phoneIndex: row.phoneIndex, purpose: 'sign-in' })
  const code = makeCode()
  const expiresAt = new Date(tx.now.getTime() + Math.min(TICKET_MINUTES, limits.codeMinutes) * 60_000)
  const phone = ctx.crypto.openColumn(row.phoneSealed)
  const ticketHash = ctx.crypto.hashToken(ticket)
  const boundHash = codeHash(ctx, code, ticketHash.toString('hex'))
  await insertTicket(tx, { ticketHash, accountId: row.id, deviceHash, codeHash: boundHash, expiresAt })
  await queueSms(tx, ctx.crypto, {
    phone,
    text: codeText('sign-in', code, expiresAt),
    template: 'account.code-sign-in',
    accountId: row.id,
    dedupeKey: `sign-in:${ticketHash.toString('hex')}`,
  })
  return { kind: 'code-required', ticket, maskedPhone: maskPhone(phone), expiresAt: expiresAt.toISOString(), because }
}
