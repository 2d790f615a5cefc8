import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { approveCasesEndpoint } from '@xingtan/contract/office/case'
import { type Refusal, sentenceOf } from '@xingtan/contract/problem'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { type CaseRecord, arrange, getOfficer, listOwnCases, lockCases } from '../case/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { previewRestrictions } from '../restriction/index.ts'
import { concludeApprovals } from './conclude-approvals.ts'
import { judgeApprovals } from './judge-approvals.ts'

type ApproveCases = InputOf<typeof approveCasesEndpoint>
type Results = OutputOf<typeof approveCasesEndpoint>
type Result = Results['results'][number]

function refused({ id, registrationNumber }: CaseRecord, refusals: readonly Refusal[]): Result {
  const sentence = refusals.map(sentenceOf).join('')
  return { applicationId: id, registrationNumber, outcome: 'refused', number: null, sentence }
}

async function tryOut(ctx: Context, officer: OfficerActor, wanted: ApproveCases['cases']): Promise<Results> {
  return ctx.read(async (tx) => {
    const found = await listOwnCases(
      tx,
      officer.agencyCode,
      wanted.map(({ applicationId }) => applicationId),
    )
    const records = arrange(wanted, found)
    const bars = await previewRestrictions(
      tx,
      records.map(({ id, accountId, personIndex }) => ({ applicationId: id, accountId, personIndex })),
    )
    const book = await loadPolicyBook(tx, officer.agencyCode)
    const barOf = (id: string) => bars.get(id) ?? 'held'
    const judged = await judgeApprovals(tx, { officer, wanted, records, book, barOf })
    return {
      results: judged.map(({ record, refusals }) => {
        if (refusals.length > 0) return refused(record, refusals)
        const { id: applicationId, registrationNumber } = record
        return { applicationId, registrationNumber, outcome: 'would-approve', number: null, sentence: '可以认定通过。' }
      }),
    }
  })
}

/**
 * 认定通过 for many cases: the whole batch in scope or nothing (S-060), then each row by itself; a refused row does not
 * stop the others. A dry run answers the same without writing (DEC-3).
 */
export async function approveCases(ctx: Context, input: ApproveCases): Promise<Results> {
  const officer = getOfficer(ctx)
  if (input.dryRun) return tryOut(ctx, officer, input.cases)
  return ctx.command(async (tx) => {
    const wanted = input.cases
    const locked = await lockCases(
      tx,
      wanted.map(({ applicationId }) => applicationId),
    )
    const concluded = await concludeApprovals(ctx, tx, officer, { wanted, records: arrange(wanted, locked) })
    return {
      results: concluded.map((one): Result => {
        const { id: applicationId, registrationNumber } = one.record
        if (one.kind === 'refused') {
          const codes = one.refusals.map(({ code }) => code)
          tx.concerns('application', applicationId, { conclusion: 'passed', codes }, 'refused')
          return refused(one.record, one.refusals)
        }
        const { certificateId, number } = one.issued
        tx.concerns('application', applicationId, { conclusion: 'passed', certificateId })
        return { applicationId, registrationNumber, outcome: 'approved', number, sentence: '已认定通过并编号。' }
      }),
    }
  })
}
