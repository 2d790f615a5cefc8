import { randomUUID } from 'node:crypto'
import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { openRecoveryEndpoint } from '@xingtan/contract/office/service'
import { foldNameForMatching } from '@xingtan/domain/person-name'
import { personKey } from '@xingtan/domain/person-identity'
import { effectiveInstant } from '@xingtan/domain/service'
import type { Context } from '../../platform/context.ts'
import { violatedConstraint } from '../../platform/database-error.ts'
import { addJob } from '../../platform/jobs.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { queueSms } from '../message/index.ts'
import { newRequestNumber } from './number.ts'
import { newObjectionCode, objectionHash } from './objection-code.ts'
import { findAccountAtDesk, insertRecovery } from './sql.ts'

type OpenRecovery = InputOf<typeof openRecoveryEndpoint>

/**
 * 更换手机号码 in person at the desk: number and name have to fit together and the paper is on record, the old phone is
 * told with a code that stops it, and the change waits 72 hours. Never by name and number alone (ACC-7, S-018).
 */
export async function openRecovery(ctx: Context, input: OpenRecovery): Promise<OutputOf<typeof openRecoveryEndpoint>> {
  const { agencyCode, userId } = getOfficer(ctx)
  const { crypto } = ctx
  const key = personKey(input.documentType, input.documentNumber)
  return ctx
    .command(async (tx) => {
      const account = key === undefined ? undefined : await findAccountAtDesk(tx, crypto.blindIndex('person', key))
      // A wrong name answers like a number nobody has: the desk is no place to try numbers out (S-015).
      if (account === undefined || foldNameForMatching(account.name) !== foldNameForMatching(input.name)) {
        throw problem('service.person-unknown', { field: 'documentNumber' })
      }
      const oldPhone = crypto.openColumn(account.phoneSealed)
      if (oldPhone === input.newPhone) throw problem('service.phone-same', { field: 'newPhone' })
      const id = randomUUID()
      const number = newRequestNumber(tx.today)
      const code = newObjectionCode()
      const effectiveAt = effectiveInstant(tx.now)
      await insertRecovery(tx, {
        id,
        number,
        accountId: account.id,
        agencyCode,
        openedBy: userId,
        newPhoneSealed: crypto.sealColumn(input.newPhone),
        newPhoneIndex: crypto.blindIndex('phone', input.newPhone),
        documentSeen: input.documentSeen,
        effectiveAt,
        objectionHash: objectionHash(crypto, number, code),
      })
      await queueSms(tx, crypto, {
        phone: oldPhone,
        text: `【中国教师资格网】您的账号正在申请更换手机号码，72小时后生效。非本人办理的，请立即在网站“账号异议”中填写受理编号${number}和异议码${code}停止办理。`,
        template: 'service.recovery-opened',
        accountId: account.id,
        dedupeKey: `service.recovery-opened:${id}`,
      })
      await addJob(
        tx,
        'service.complete-recovery',
        { requestId: id },
        { dedupeKey: `service.complete-recovery:${id}`, runAt: effectiveAt },
      )
      tx.concerns('service-request', id, { documentSeen: input.documentSeen })
      return { requestId: id, number, effectiveAt: effectiveAt.toISOString() }
    })
    .catch((error: unknown) => {
      const isTwin = violatedConstraint(error) === 'service_requests__one_recovery'
      throw isTwin ? problem('service.recovery-running') : error
    })
}
