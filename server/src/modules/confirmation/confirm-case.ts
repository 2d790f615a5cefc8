import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { confirmCaseEndpoint } from '@xingtan/contract/office/case'
import type { Context } from '../../platform/context.ts'
import { throwIfRefused } from '../../platform/problem.ts'
import { checklistOf, getOfficer, listUsedRecords, lockCaseFor } from '../case/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { refuseUntrained } from '../training/index.ts'
import { acceptCase, judgeAcceptance } from './accept-case.ts'

type ConfirmCase = InputOf<typeof confirmCaseEndpoint>

/**
 * The desk accepts a case: window, state, every line proven by its source or by a named officer, a good medical
 * conclusion. Photo and due day are fixed, the receipt is ordered and the applicant told (CNF-2, CNF-5, CNF-6).
 */
export async function confirmCase(ctx: Context, input: ConfirmCase): Promise<OutputOf<typeof confirmCaseEndpoint>> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const record = await lockCaseFor(tx, officer, { ...input, action: 'confirm' })
    const book = await loadPolicyBook(tx, record.agencyCode)
    const { lines } = checklistOf(record, await listUsedRecords(tx, [record.id]), book)
    const acceptance = { record, book, lines, judgements: input.judgements, medical: input.medical }
    const { refusals, window } = await judgeAcceptance(tx, acceptance)
    throwIfRefused([...(await refuseUntrained(tx, officer, book)), ...refusals])
    return acceptCase(ctx, tx, { acceptance, window, officerId: officer.userId })
  })
}
