import { randomUUID } from 'node:crypto'
import type { InputOf } from '@xingtan/contract/endpoint'
import type { openFilingEndpoint } from '@xingtan/contract/office/filing'
import { emptyFiling } from '@xingtan/domain/filing'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getAgency, officerOf } from '../agency/index.ts'
import { listDues } from './get-subject.ts'
import { openFiling as layFiling } from './sql.ts'

/** Begins a filing the own agency owes, or answers the one that was begun (PLN-2). */
export async function openFiling(
  ctx: Context,
  input: InputOf<typeof openFilingEndpoint>,
): Promise<{ filingId: string }> {
  const { agencyCode } = officerOf(ctx)
  return ctx.command(async (tx) => {
    const { kind, year, roundId } = input
    const dues = await listDues(tx, await getAgency(tx, agencyCode))
    const isDue = dues.some((due) => due.kind === kind && due.year === year && due.roundId === roundId)
    if (!isDue) throw problem('filing.not-due')
    const filingId = await layFiling(tx, {
      id: randomUUID(),
      agencyCode,
      kind,
      year,
      roundId,
      draft: emptyFiling(kind),
    })
    tx.concerns('filing', filingId, { kind, year })
    return { filingId }
  })
}
