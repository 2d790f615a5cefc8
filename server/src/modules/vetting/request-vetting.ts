import type { OutputOf } from '@xingtan/contract/endpoint'
import type { requestVettingEndpoint } from '@xingtan/contract/office/vetting'
import type { Refusal } from '@xingtan/contract/problem'
import { type CaseRole, canDo } from '@xingtan/domain/application'
import { type VettingKind, mayRequestVetting } from '@xingtan/domain/case-vetting'
import { needsPaper } from '@xingtan/domain/vetting-paper'
import type { Context } from '../../platform/context.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { type CaseRecord, getOfficer, lockCases, rolesOf, stateOf } from '../case/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { listOffenceConsents } from './sql.ts'
import { type CaseVetting, loadVetting } from './standing.ts'
import { startBatches } from './start-batches.ts'

interface Asked {
  readonly row: number
  readonly record: CaseRecord
  readonly vetting: CaseVetting
  readonly consentId: string | null
}

function refuseRow(
  { row, record, vetting, consentId }: Asked,
  kind: VettingKind,
  roles: readonly CaseRole[],
): Refusal[] {
  const values = { row }
  if (!canDo(stateOf(record), roles, 'request-vetting')) return [{ code: 'vetting.row-not-now', values }]
  const { standing } = vetting[kind]
  if (!mayRequestVetting(standing)) {
    return [{ code: standing === 'requested' ? 'vetting.row-running' : 'vetting.row-fresh', values }]
  }
  if (kind === 'offence') return consentId === null ? [{ code: 'vetting.row-without-consent', values }] : []
  return needsPaper(record.snapshot.person.documentType) ? [{ code: 'vetting.row-paper-needed', values }] : []
}

/**
 * Starts one check for many cases: every row in scope and ready, or nothing is asked (S-060). The offence query needs a
 * separate consent of each person (S-131). The batches leave by jobs or by files.
 */
export async function requestVetting(
  ctx: Context,
  input: { readonly applicationIds: readonly string[]; readonly kind: VettingKind },
): Promise<OutputOf<typeof requestVettingEndpoint>> {
  const officer = getOfficer(ctx)
  const { applicationIds, kind } = input
  return ctx.command(async (tx) => {
    const records = await lockCases(tx, applicationIds)
    const book = await loadPolicyBook(tx, officer.agencyCode)
    const vettingOf = await loadVetting(tx, applicationIds, book)
    const consents = kind === 'offence' ? await listOffenceConsents(tx, applicationIds) : []
    const asked = applicationIds.map((id, index): Asked => {
      const row = index + 1
      if (applicationIds.indexOf(id) !== index) throw problem('case.row-repeated', { values: { row } })
      const record = records.find((one) => one.id === id)
      if (record === undefined) throw problem('case.row-not-found', { values: { row } })
      const consentId = consents.find((one) => one.applicationId === id)?.id ?? null
      return { row, record, vetting: vettingOf(id), consentId }
    })
    throwIfRefused(asked.flatMap((one) => refuseRow(one, kind, rolesOf(officer))))
    return startBatches(tx, ctx.crypto, { kind, cases: asked })
  })
}
