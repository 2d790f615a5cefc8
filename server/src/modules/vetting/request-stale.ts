import type { OutputOf } from '@xingtan/contract/endpoint'
import type { requestStaleVettingEndpoint } from '@xingtan/contract/office/vetting'
import { canDo } from '@xingtan/domain/application'
import type { VettingKind } from '@xingtan/domain/case-vetting'
import { needsPaper } from '@xingtan/domain/vetting-paper'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer, lockCases, rolesOf, stateOf } from '../case/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { freshSince } from './fresh-since.ts'
import { listOffenceConsents, listPending } from './sql.ts'
import { loadVetting } from './standing.ts'
import { startBatches } from './start-batches.ts'

/** Asks again for every case whose answer has grown too old; judged anew under the locks of the cases (S-155). */
export async function requestStale(
  ctx: Context,
  { kind }: { readonly kind: VettingKind },
): Promise<OutputOf<typeof requestStaleVettingEndpoint>> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const book = await loadPolicyBook(tx, officer.agencyCode)
    const listed = await listPending(tx, kind, freshSince(tx, book, kind))
    const ids = listed.filter(({ why }) => why === 'stale').map(({ id }) => id)
    const records = await lockCases(tx, ids)
    const vettingOf = await loadVetting(tx, ids, book)
    const consents = kind === 'offence' ? await listOffenceConsents(tx, ids) : []
    const cases = records.flatMap((record) => {
      const consentId = consents.find((one) => one.applicationId === record.id)?.id ?? null
      const isStale = vettingOf(record.id)[kind].standing === 'stale'
      const mayAsk = kind === 'crime' ? !needsPaper(record.snapshot.person.documentType) : consentId !== null
      const isOpen = canDo(stateOf(record), rolesOf(officer), 'request-vetting')
      return isStale && mayAsk && isOpen ? [{ record, consentId }] : []
    })
    if (cases.length === 0) throw problem('vetting.none-stale')
    return startBatches(tx, ctx.crypto, { kind, cases })
  })
}
