import type { Services } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { violatedConstraint } from '../../platform/database-error.ts'
import type { JobRun } from '../../platform/jobs.ts'
import { queueSms } from '../message/index.ts'
import { type Applicant, findAccount, isNumberClaimed, markProven, markRealNameFailed } from './sql-account.ts'
import { findOpenRealNameCheck, markCheckAnswered, markCheckLate } from './sql-verification.ts'

export interface PreparedCheck {
  readonly name: string
  readonly documentNumber: string
}

/** Name and number to ask the source about, or undefined when the check was answered already. */
export async function prepareRealNameCheck(
  services: Services,
  verificationId: string,
): Promise<PreparedCheck | undefined> {
  return services.db.transaction({}, async (tx) => {
    const check = await findOpenRealNameCheck(tx, verificationId)
    const account = check === undefined ? undefined : await findAccount(tx, check.accountId)
    if (account === undefined) return undefined
    return { name: account.name, documentNumber: services.crypto.openColumn(account.numberSealed) }
  })
}

export type RealNameAnswer =
  | { readonly kind: 'match'; readonly facts: { readonly sex: string; readonly birthOn: string } }
  | { readonly kind: 'mismatch'; readonly fields: readonly string[] }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'source-down' }
  | { readonly kind: 'limited' }

/** Writes down what the source said. Whether the number can be claimed is decided by the unique index (S-003). */
export async function recordRealNameAnswer(
  services: Services,
  {
    run,
    verificationId,
    answer,
  }: { readonly run: JobRun; readonly verificationId: string; readonly answer: RealNameAnswer },
): Promise<void> {
  const record = (isTaken: boolean) => (tx: Tx) => recordAnswer(tx, { services, run, verificationId, answer, isTaken })
  try {
    await services.db.transaction({}, record(false))
  } catch (error) {
    // Another account claimed the number in the same instant.
    if (violatedConstraint(error) !== 'accounts__person_index_claimed') throw error
    await services.db.transaction({}, record(true))
  }
}

interface Recording {
  readonly services: Services
  readonly run: JobRun
  readonly verificationId: string
  readonly answer: RealNameAnswer
  readonly isTaken: boolean
}

async function recordAnswer(tx: Tx, { services, run, verificationId, answer, isTaken }: Recording): Promise<void> {
  await run.holdLease(tx)
  const check = await findOpenRealNameCheck(tx, verificationId)
  if (check === undefined) return
  if (answer.kind === 'source-down' || answer.kind === 'limited') {
    await markCheckLate(tx, check.id, answer.kind)
    return
  }
  const fields = answer.kind === 'mismatch' ? answer.fields : []
  await markCheckAnswered(tx, { id: check.id, outcome: answer.kind, fields })
  const account = await findAccount(tx, check.accountId)
  if (account === undefined) return
  if (answer.kind !== 'match') {
    await markRealNameFailed(tx, account.id, answer.kind)
    return
  }
  if (isTaken || (await isNumberClaimed(tx, account.personIndex, account.id))) {
    await markRealNameFailed(tx, account.id, 'taken')
    return
  }
  await markProven(tx, account.id)
  await tellOwner(tx, services, account)
}

async function tellOwner(tx: Tx, services: Services, account: Applicant): Promise<void> {
  await queueSms(tx, services.crypto, {
    phone: services.crypto.openColumn(account.phoneSealed),
    text: '【中国教师资格网】您的实名核验已通过，现在可以登录办理教师资格业务。如非本人操作，请立即修改密码并联系客服。',
    template: 'account.proven',
    accountId: account.id,
    dedupeKey: `proven:${account.id}`,
  })
}
