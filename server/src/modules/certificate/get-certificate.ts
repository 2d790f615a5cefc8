import { ETHNIC_GROUPS, nameOfCode } from '@xingtan/contract/person-code'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getCertificateEndpoint } from '@xingtan/contract/office/case'
import { QUALIFICATION_TITLES } from '@xingtan/contract/qualification'
import { maskDocumentNumber } from '@xingtan/domain/mask'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { makeFileLink } from '../file/index.ts'
import { findCertificate } from './sql.ts'

/** One certificate of a case in scope, number masked; reading it is an event (S-144). */
export async function getCertificate(
  ctx: Context,
  input: { readonly certificateId: string },
): Promise<OutputOf<typeof getCertificateEndpoint>> {
  return ctx.write(async (tx) => {
    const certificate = await findCertificate(tx, input.certificateId)
    if (certificate === undefined) throw problem('request.not-found')
    tx.concerns('certificate', certificate.id, {}, 'read')
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
      issuedOn,
      state,
      history: [
        {
          title: '认定通过',
          state: 'done',
          at: issuedAt.toISOString(),
          who: agencyName,
          due: null,
          sentence: '已编号。',
        },
      ],
      photoUrl: makeFileLink(ctx.crypto, ctx.actor, certificate.photoFileId, tx.now),
    }
  })
}
