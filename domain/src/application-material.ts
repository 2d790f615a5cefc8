import type { AreaBasis, QualificationType, Route } from '@xingtan/contract/qualification'
import type { PolicyValues } from '@xingtan/contract/policy'

type Material = PolicyValues['confirmation.materials'][number]
type EvidenceFact = NonNullable<Material['unnecessaryWhen']>

/** What of a case decides which papers it needs. */
export interface MaterialFacts {
  readonly areaBasis: AreaBasis
  readonly isStudent: boolean
  readonly route: Route
  readonly qualificationType: QualificationType
  /** Facts proven by electronic comparison. */
  readonly proven: readonly EvidenceFact[]
}

export interface CaseMaterial {
  readonly code: string
  readonly name: string
  readonly why: string
  readonly needed: boolean
}

function appliesTo(condition: Material['neededFor'], facts: MaterialFacts): boolean {
  switch (condition) {
    case 'everyone':
      return true
    case 'hukou':
    case 'residence-permit':
    case 'military':
      return facts.areaBasis === condition
    case 'student':
      return facts.isStudent
    case 'graduate':
      return !facts.isStudent
    case 'national-exam':
    case 'exempt-reform':
      return facts.route === condition
    default:
      // 'skill-required': 条例 art. 7 asks it for 实习指导教师 alone.
      return facts.qualificationType === 6
  }
}

/**
 * What a case has to bring: only what concerns this person, and nothing that electronic comparison has proven (APP-14).
 * 教资字〔2020〕1号 art. 1(1): what was compared electronically is not asked for again.
 */
export function listMaterials(rule: readonly Material[], facts: MaterialFacts): CaseMaterial[] {
  return rule
    .filter((material) => appliesTo(material.neededFor, facts))
    .map(({ code, name, note, unnecessaryWhen }) => {
      const isProven = unnecessaryWhen !== null && facts.proven.includes(unnecessaryWhen)
      return { code, name, why: isProven ? '已通过电子核验，不需要提交。' : note, needed: !isProven }
    })
}
