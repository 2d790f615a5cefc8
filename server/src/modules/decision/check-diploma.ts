import type { InputOf } from '@xingtan/contract/endpoint'
import type { recordDiplomaEndpoint } from '@xingtan/contract/office/case'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer, lockCaseFor } from '../case/index.ts'
import { requestDiplomaCheck } from '../evidence/index.ts'

/** Asks 学信网 for the diploma of a final-term student; the answer comes by a job (domain §9.1). */
export async function checkDiploma(
  ctx: Context,
  input: InputOf<typeof recordDiplomaEndpoint>,
): Promise<{ verificationId: string }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const record = await lockCaseFor(tx, officer, { ...input, action: 'record-diploma' })
    if (!record.diplomaRequired || record.diplomaEvidenceId !== null) throw problem('decision.no-diploma-needed')
    const { id: applicationId, accountId } = record
    const { certificateNumber } = input
    const verificationId = await requestDiplomaCheck(tx, { applicationId, accountId, certificateNumber })
    tx.concerns('application', applicationId, { verificationId })
    return { verificationId }
  })
}
