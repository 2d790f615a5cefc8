import type { EducationLevel } from '@xingtan/contract/person-code'
import { PERSON_KIND_TITLES, type PersonKind } from '@xingtan/contract/plan-content'
import { ROUTE_TITLES, type Route } from '@xingtan/contract/qualification'
import { type EducationRecord, isPending } from './application-draft.ts'
import { readableMinute } from './readable-time.ts'
import type { Phase } from './plan.ts'

/** A person before a phase of 网报; what is not known yet keeps nobody out. */
export interface PhaseApplicant {
  readonly route: Route | null
  /** The kinds the person may belong to; empty while nothing is known. */
  readonly personKinds: readonly PersonKind[]
}

/** What tells the kind of a person: the answer 在读与否 and the records chosen. */
export interface PersonFacts {
  readonly isStudent: boolean | null
  readonly enrolment: { readonly level: EducationLevel | null } | null
  readonly education: EducationRecord | null
}

/**
 * The kinds a person may belong to (domain §8.4: 在读研究生 and 专升本 apply in April, 应届毕业生 in June). A silent source
 * leaves more than one, so that it refuses nobody.
 */
export function personKindsOf({ isStudent, enrolment, education }: PersonFacts): PersonKind[] {
  if (isStudent === null) return []
  if (!isStudent) return ['public']
  const level = enrolment?.level ?? null
  if (level === null) return ['graduate', 'postgraduate', 'upgrade']
  if (level === 'master' || level === 'doctor') return ['postgraduate']
  if (level !== 'bachelor' || education === null) return ['graduate']
  if (isPending(education)) return ['graduate', 'upgrade']
  const hasAssociate = education.state === 'match' && education.level === 'associate' && education.conclusion === '毕业'
  return hasAssociate ? ['upgrade'] : ['graduate']
}

/** Whether a phase is open to this person; a phase without lists is open to everybody. */
export function isAdmitted(
  phase: Pick<Phase, 'routes' | 'personKinds'>,
  { route, personKinds }: PhaseApplicant,
): boolean {
  const isRouteTaken = phase.routes.length === 0 || route === null || phase.routes.includes(route)
  const isKindTaken =
    phase.personKinds.length === 0 ||
    personKinds.length === 0 ||
    personKinds.some((kind) => phase.personKinds.includes(kind))
  return isRouteTaken && isKindTaken
}

/** Whom a phase is kept for, `应届毕业生、在读研究生（国家统一考试）`; 所有申请人 where it is for everybody. */
export function phaseTitle({ routes, personKinds }: Pick<Phase, 'routes' | 'personKinds'>): string {
  const kinds = personKinds.length === 0 ? '所有申请人' : personKinds.map((kind) => PERSON_KIND_TITLES[kind]).join('、')
  return routes.length === 0 ? kinds : `${kinds}（${routes.map((route) => ROUTE_TITLES[route]).join('、')}）`
}

/**
 * Why a person cannot hand in though the agency has phases: those of this person are over, to come, or do not exist.
 * Undefined when no phase keeps the person out.
 */
export function phaseSentence(phases: readonly Phase[], person: PhaseApplicant, now: Date): string | undefined {
  const own = phases.filter((phase) => isAdmitted(phase, person))
  if (own.length === phases.length) return undefined
  const running = phases.find(({ opensAt, closesAt }) => opensAt <= now && now < closesAt)
  const who = running === undefined ? '' : `当前阶段的网上报名面向${phaseTitle(running)}。`
  const next = own.find(({ closesAt }) => closesAt > now) ?? own.at(-1)
  if (next === undefined) return `${who}本批次没有面向您的网报时间，请联系认定机构咨询。`
  const times = `${readableMinute(next.opensAt)} 至 ${readableMinute(next.closesAt)}`
  return next.closesAt > now
    ? `${who}面向您的网报时间为 ${times}，请在该时间内提交。`
    : `${who}面向您的网报时间为 ${times}，现已结束，请联系认定机构咨询。`
}
