import type { PolicyValues } from '@xingtan/contract/policy'
import type { Refusal } from '@xingtan/contract/problem'

type CatalogueReason = PolicyValues['refusal.reasons'][number]

/** A reason an officer chose, with words of their own where the catalogue is not enough. */
export interface ChosenReason {
  readonly code: string
  readonly note: string | null
}

/**
 * Whether the chosen reasons stand in the catalogue of their stage, each once. Reasons are given in full and at once.
 * 行政许可法 art. 32 and 38.
 */
export function refuseReasons(
  chosen: readonly ChosenReason[],
  catalogue: readonly CatalogueReason[],
  stage: 'confirm' | 'conclude',
): Refusal[] {
  const known = new Set(catalogue.filter((reason) => reason.stages.includes(stage)).map((reason) => reason.code))
  const isRepeated = new Set(chosen.map((reason) => reason.code)).size !== chosen.length
  return [
    ...(chosen.every((reason) => known.has(reason.code)) ? [] : [{ code: 'case.reason-unknown' as const }]),
    ...(isRepeated ? [{ code: 'case.reason-repeated' as const }] : []),
  ]
}

export interface ExplainedReason extends ChosenReason {
  readonly title: string
  readonly basis: string | null
  readonly remedy: string | null
}

/** The chosen reasons in the words of the catalogue; a code it no longer knows keeps its note. */
export function explainReasons(
  chosen: readonly ChosenReason[],
  catalogue: readonly CatalogueReason[],
): ExplainedReason[] {
  return chosen.map(({ code, note }) => {
    const entry = catalogue.find((reason) => reason.code === code)
    return {
      code,
      note,
      title: entry?.sentence ?? note ?? '其他原因。',
      basis: entry?.basis ?? null,
      remedy: entry?.remedy ?? null,
    }
  })
}

/** All reasons as one numbered text, as the applicant is told them at one time. */
export function reasonsText(reasons: readonly ExplainedReason[]): string {
  return reasons
    .map(({ title, note, remedy }, index) => {
      const own = note === null || note === '' || note === title ? '' : `（${note.replace(/。$/, '')}）`
      return `${index + 1}. ${title}${own}${remedy ?? ''}`
    })
    .join('')
}
