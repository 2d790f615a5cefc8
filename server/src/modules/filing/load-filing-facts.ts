import type { PlanKind } from '@xingtan/contract/plan-content'
import { filingKindOf } from '@xingtan/domain/filing'
import type { Tx } from '../../platform/db.ts'
import { findStandingContent } from './sql.ts'

interface FilingFacts {
  /** The province's notice of the round and its table of the year are accepted by the nation (教资字〔2020〕1号 二(一)). */
  readonly noticeFiled: boolean
  /** The agency's 实施方案 of the round is handed in and not returned (教办师〔2020〕81号 二(一): 在认定公告发布前报送). */
  readonly schemeFiled: boolean
  /** Hospitals of that 实施方案 and how many people a day each examines. */
  readonly hospitals: readonly { readonly name: string; readonly perDay: number }[]
}

/** What an agency has filed for a round, as plans are judged by it (PLN-2). */
export async function loadFilingFacts(
  tx: Tx,
  agency: { readonly code: string; readonly level: string },
  round: { readonly id: string; readonly kind: PlanKind; readonly year: number },
): Promise<FilingFacts> {
  const kind = filingKindOf(agency.level, round.kind)
  const subject = { year: round.year, roundId: round.id }
  if (kind === 'scheme') {
    const scheme = await findStandingContent(tx, agency.code, { ...subject, kind, waiting: true })
    const hospitals = scheme?.kind === 'scheme' ? scheme.hospitals : []
    return {
      noticeFiled: true,
      schemeFiled: scheme !== undefined,
      hospitals: hospitals.map(({ name, perDay }) => ({ name, perDay: perDay ?? 0 })),
    }
  }
  if (kind === null) return { noticeFiled: true, schemeFiled: true, hospitals: [] }
  const notice = await findStandingContent(tx, agency.code, { ...subject, kind, waiting: false })
  const ofYear = { kind: 'plan-table', year: round.year, roundId: null } as const
  const table = await findStandingContent(tx, agency.code, { ...ofYear, waiting: false })
  return { noticeFiled: notice !== undefined && table !== undefined, schemeFiled: true, hospitals: [] }
}
