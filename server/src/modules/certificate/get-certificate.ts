import { ETHNIC_GROUPS, nameOfCode } from '@xingtan/contract/person-code'
import type { TimelineEntry } from '@xingtan/contract/application'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getCertificateEndpoint } from '@xingtan/contract/office/case'
import { QUALIFICATION_TITLES } from '@xingtan/contract/qualification'
import { agencyCodeOf } from '@xingtan/domain/certificate'
import { maskDocumentNumber } from '@xingtan/domain/mask'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { findSuccessorNames } from '../agency/index.ts'
import { makeFileLink } from '../file/index.ts'
import { findCertificate } from './sql.ts'
import { listCertificateEvents } from './sql-stop.ts'

const STOPS = { suspended: '暂停使用', restored: '恢复使用', voided: '作废' } as const
const CAUSES = {
  suspended: '限制库中有在期限内的记录，已列入撤销程序待办。',
  restored: '限制库中不再有在期限内的记录，撤销程序待办已关闭。',
  voided: '因认定机构办理有误，依照《中华人民共和国行政许可法》第六十九条撤销。',
} as const

type Events = Awaited<ReturnType<typeof listCertificateEvents>>

/** Issue and what came after it, as the office reads it. */
function toHistory(issued: { readonly issuedAt: Date; readonly agencyName: string }, events: Events): TimelineEntry[] {
  const first = { at: issued.issuedAt.toISOString(), who: issued.agencyName, sentence: '已编号。' }
  return [
    { title: '认定通过', state: 'done', due: null, ...first },
    ...events.map(({ kind, at }): TimelineEntry => ({
      title: STOPS[kind],
      state: 'done',
      at: at.toISOString(),
      who: null,
      due: null,
      sentence: CAUSES[kind],
    })),
  ]
}

/** One certificate of a case in scope, number masked; reading it is an event (S-144). */
export async function getCertificate(
  ctx: Context,
  input: { readonly certificateId: string },
): Promise<OutputOf<typeof getCertificateEndpoint>> {
  return ctx.write(async (tx) => {
    const certificate = await findCertificate(tx, input.certificateId)
    if (certificate === undefined) throw problem('request.not-found')
    tx.concerns('certificate', certificate.id, {}, 'read')
    const code = agencyCodeOf(certificate.number)
    const { id, number, name, subjectName, agencyName, issuedOn, issuedAt, state, ethnicGroup } = certificate
    return {
      certificateId: id,
      number,
      name,
      sex: certificate.sex === 1 ? '男' : '女',
      birthMonth: certificate.birthOn.slice(0, 7),
      ethnicGroup: nameOfCode(ETHNIC_GROUPS, ethnicGroup) ?? ethnicGroup,
      maskedDocumentNumber: maskDocumentNumber(ctx.crypto.openColumn(certificate.numberSealed)),
      qualificationTitle: QUALIFICATION_TITLES[certificate.qualificationType],
      subjectName,
      agencyName,
      successorName: (await findSuccessorNames(tx, [code])).get(code) ?? null,
      issuedOn,
      state,
      history: toHistory({ issuedAt, agencyName }, await listCertificateEvents(tx, id)),
      photoUrl: makeFileLink(ctx.crypto, ctx.actor, certificate.photoFileId, tx.now),
    }
  })
}
