import { problem } from '../../platform/problem.ts'
import type { CaseRecord } from './sql.ts'

/** The cases of a batch in its order; one that is not in scope refuses the whole batch by its place alone (S-060). */
export function arrange(
  wanted: readonly { readonly applicationId: string }[],
  found: readonly CaseRecord[],
): CaseRecord[] {
  const seen = new Set<string>()
  return wanted.map(({ applicationId }, index) => {
    const values = { row: index + 1 }
    const record = found.find(({ id }) => id === applicationId)
    if (record === undefined) throw problem('case.row-not-found', { values })
    if (seen.has(applicationId)) throw problem('case.row-repeated', { values })
    seen.add(applicationId)
    return record
  })
}
