import type { listOwnCertificatesEndpoint } from '@xingtan/contract/certificate'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { QUALIFICATION_TITLES } from '@xingtan/contract/qualification'
import { agencyCodeOf } from '@xingtan/domain/certificate'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { findSuccessorNames } from '../agency/index.ts'
import { listOwn } from './sql.ts'

/** 本人查询: the person's own certificates (PUB-2). */
export async function listOwnCertificates(ctx: Context): Promise<OutputOf<typeof listOwnCertificatesEndpoint>> {
  const { actor } = ctx
  if (actor.kind !== 'applicant') throw problem('request.sign-in-needed')
  return ctx.read(async (tx) => {
    const certificates = await listOwn(tx, actor.accountId)
    const successors = await findSuccessorNames(
      tx,
      certificates.map(({ number }) => agencyCodeOf(number)),
    )
    return {
      certificates: certificates.map(({ id, number, qualificationType, subjectName, issuedOn, agencyName, state }) => ({
        id,
        number,
        qualificationTitle: QUALIFICATION_TITLES[qualificationType],
        subjectName,
        issuedOn,
        agencyName,
        successorName: successors.get(agencyCodeOf(number)) ?? null,
        state,
      })),
    }
  })
}
