import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getOwnTrainingEndpoint } from '@xingtan/contract/office/training'
import { trainingKindsOf } from '@xingtan/domain/training'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../agency/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { isTrained } from './is-trained.ts'

type View = OutputOf<typeof getOwnTrainingEndpoint>

/** What the asking officer does without a valid training, and whether that warns or stops (PLN-7). */
export async function getOwnTraining(ctx: Context): Promise<View> {
  const { agencyCode, personId, roles } = officerOf(ctx)
  return ctx.read(async (tx) => {
    const book = await loadPolicyBook(tx, agencyCode)
    const { value } = book.resolve('training.rules', tx.today)
    const missing: View['missing'] = []
    for (const kind of trainingKindsOf(roles)) {
      const trained = await isTrained(tx, personId, { kind, day: tx.today, book })
      if (!trained) missing.push({ kind, severity: value[kind] })
    }
    return { missing }
  })
}
