import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listPapersEndpoint } from '@xingtan/contract/office/vetting'
import type { Context } from '../../platform/context.ts'
import { getOfficer } from '../case/index.ts'
import { listPapers as listRows } from './sql-paper.ts'

/** Papers of the agency: what waits for the second person, then what was judged. */
export async function listPapers(ctx: Context): Promise<OutputOf<typeof listPapersEndpoint>> {
  const officer = getOfficer(ctx)
  const papers = await ctx.read((tx) => listRows(tx))
  return {
    papers: papers.map((paper) => {
      const { applicationId, registrationNumber, name, kind, issuedOn, validUntil, state, recordedBy, verifiedBy } =
        paper
      const shown = {
        applicationId,
        registrationNumber,
        name,
        kind,
        issuedOn,
        validUntil,
        state,
        recordedBy,
        verifiedBy,
      }
      const isOwn = paper.recorderPersonId === officer.personId
      return { paperId: paper.id, ...shown, recordedAt: paper.recordedAt.toISOString(), isOwn }
    }),
  }
}
