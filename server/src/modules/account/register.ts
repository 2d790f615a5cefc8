import { randomUUID } from 'node:crypto'
import type { Register } from '@xingtan/contract/account'
import type { ProblemCode, Refusal } from '@xingtan/contract/problem'
import { type PersonDocument, parsePersonDocument } from '@xingtan/domain/person-identity'
import { parsePersonName } from '@xingtan/domain/person-name'
import { type PasswordFault, normalisePassword, refusePassword } from '@xingtan/domain/password'
import type { Context } from '../../platform/context.ts'
import type { Wire } from '../../platform/http-bind.ts'
import { addJob } from '../../platform/jobs.ts'
import { throwIfRefused } from '../../platform/problem.ts'
import { PASSWORD_MINIMUM } from './limits.ts'
import { phoneIndexOf, takePhoneCode } from './phone-code.ts'
import { endReplacedSession } from './session.ts'
import { insertAccount } from './sql-account.ts'
import { insertSession, rememberDevice } from './sql-session.ts'
import { openRealNameCheck } from './sql-verification.ts'

const PASSWORD_CODES: Readonly<Record<PasswordFault, ProblemCode>> = {
  'too-short': 'account.password-too-short',
  'too-long': 'account.password-too-long',
  common: 'account.password-common',
  'context-word': 'account.password-common',
  'own-data': 'account.password-personal',
  repeated: 'account.password-pattern',
  sequence: 'account.password-pattern',
}

type GoodDocument = Extract<PersonDocument, { kind: 'ok' }>

/** A person of 18 was born on this day of the year or before: 18 whole years back from `today`. */
function isUnderAge(birthOn: string, today: string): boolean {
  const latest = `${Number(today.slice(0, 4)) - 18}${today.slice(4)}`
  return birthOn > latest
}

/** Every reason against these registration data; empty means they may be used (ACC-1, S-008, S-087). */
export function refuseRegistration(input: Register, document: PersonDocument, today: string): Refusal[] {
  const refusals: Refusal[] = []
  if (input.documentType !== 'resident-id')
    refusals.push({ code: 'account.document-unsupported', field: 'documentType' })
  else if (document.kind === 'bad') refusals.push({ code: 'account.document-number-wrong', field: 'documentNumber' })
  else if (document.stated !== null && isUnderAge(document.stated.birthDate, today)) {
    refusals.push({ code: 'account.under-age', field: 'documentNumber' })
  }
  if (parsePersonName(input.name).kind === 'bad') refusals.push({ code: 'account.name-wrong', field: 'name' })
  const own = { documentNumber: document.kind === 'ok' ? document.normalised : null, phone: input.phone }
  for (const code of new Set(
    refusePassword(input.password, { minimumLength: PASSWORD_MINIMUM, own }).map((fault) => PASSWORD_CODES[fault]),
  )) {
    refusals.push({ code, field: 'password' })
  }
  return refusals
}

/**
 * Opens an account and a session. It holds nothing until the public-security source proves name and number; the
 * answer is the same whether the number is free or taken (S-003).
 */
export async function register(ctx: Context, input: Register, wire: Wire): Promise<{ accountId: string }> {
  const document = parsePersonDocument(input.documentType, input.documentNumber)
  const name = parsePersonName(input.name)
  const today = await ctx.read(async (tx) => tx.today)
  throwIfRefused(refuseRegistration(input, document, today))
  if (document.kind === 'bad' || document.stated === null || name.kind === 'bad') throw new Error('refused above')
  await takePhoneCode(ctx, {
    phoneCodeId: input.phoneCodeId,
    phone: input.phone,
    code: input.code,
    purpose: 'register',
  })
  const passwordHash = await ctx.hasher.hash(normalisePassword(input.password))
  const token = ctx.crypto.randomToken()
  const accountId = await openAccount(ctx, {
    input,
    name: name.name,
    document,
    stated: document.stated,
    passwordHash,
    token,
  })
  wire.setSession(token)
  return { accountId }
}

interface OpenAccount {
  readonly input: Register
  readonly name: string
  readonly document: GoodDocument
  readonly stated: NonNullable<GoodDocument['stated']>
  readonly passwordHash: string
  readonly token: string
}

async function openAccount(ctx: Context, open: OpenAccount): Promise<string> {
  const { input, document } = open
  return ctx.write(async (tx) => {
    const id = randomUUID()
    await tx.enter({ personId: id })
    await insertAccount(tx, {
      id,
      documentType: input.documentType,
      numberSealed: ctx.crypto.sealColumn(document.normalised),
      personIndex: ctx.crypto.blindIndex('person', document.key),
      name: open.name,
      sex: open.stated.sex === 'male' ? 1 : 2,
      birthOn: open.stated.birthDate,
      phoneSealed: ctx.crypto.sealColumn(input.phone),
      phoneIndex: phoneIndexOf(ctx, input.phone),
      passwordHash: open.passwordHash,
    })
    await endReplacedSession(tx)
    await rememberDevice(tx, id, ctx.request.deviceHash)
    await insertSession(tx, {
      tokenHash: ctx.crypto.hashToken(open.token),
      accountId: id,
      deviceHash: ctx.request.deviceHash,
    })
    const checkId = await openRealNameCheck(tx, id)
    await addJob(tx, 'account.check-real-name', { verificationId: checkId ?? '' })
    tx.concerns('account', id)
    return id
  })
}
