import type { FilingContent } from '@xingtan/contract/office/filing'
import type { Refusal } from '@xingtan/contract/problem'
import { refuseFiling } from '@xingtan/domain/filing-content'
import type { Services } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { loadFilingRules } from './get-subject.ts'
import type { FilingRecord } from './sql.ts'

/** Everything a content of this filing still lacks, by the rules of its agency today. */
export async function judgeFiling(
  tx: Tx,
  { officeOrigin }: Pick<Services, 'officeOrigin'>,
  judged: { readonly filing: FilingRecord; readonly content: FilingContent; readonly hasScan: boolean },
): Promise<Refusal[]> {
  const { filing, content, hasScan } = judged
  return refuseFiling(content, {
    rules: await loadFilingRules(tx, filing.agencyCode),
    today: tx.today,
    year: filing.year,
    hasScan,
    officeHosts: [new URL(officeOrigin).hostname],
  })
}
