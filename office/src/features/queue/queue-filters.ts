import { CaseStage } from '@xingtan/contract/office/case'
import { QualificationType } from '@xingtan/contract/qualification'
import { z } from 'zod'

export const DUE_TITLES = { overdue: '已逾期', today: '今日到期', week: '本周到期' } as const
export type Due = keyof typeof DUE_TITLES

export interface QueueFilters {
  readonly stage?: CaseStage
  readonly qualificationType?: QualificationType
  readonly due?: Due
}

const Filters = z.object({
  stage: CaseStage.optional().catch(undefined),
  type: z.coerce.number().pipe(QualificationType).optional().catch(undefined),
  due: z.enum(['overdue', 'today', 'week']).optional().catch(undefined),
})

/** Filters as they stand in the address; words that are none are left out rather than refused. */
export function parseFilters(search: URLSearchParams): QueueFilters {
  const { stage, type, due } = Filters.parse(Object.fromEntries(search))
  return {
    ...(stage === undefined ? {} : { stage }),
    ...(type === undefined ? {} : { qualificationType: type }),
    ...(due === undefined ? {} : { due }),
  }
}

/** Address of the queue with one filter set, or taken off when it is set already. */
export function toggleFilter(search: URLSearchParams, name: 'stage' | 'type' | 'due', value: string): string {
  const next = new URLSearchParams(search)
  if (next.get(name) === value) next.delete(name)
  else next.set(name, value)
  const text = next.toString()
  return text === '' ? '/cases' : `/cases?${text}`
}
