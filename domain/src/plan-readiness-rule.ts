import { contains, countOpenDays, daysOf, overlapOf } from './plan-days.ts'
import type { PlanFacts, PlanFinding, PointFacts, Question } from './plan-finding.ts'
import { type PointPlan, spanOf } from './plan.ts'
import { readableDay } from './readable-time.ts'

type Severities = PlanFacts['rules']['value']['severity']

interface Found {
  readonly code: PlanFinding['code']
  readonly field: string
  readonly values?: Readonly<Record<string, string | number>>
  readonly strictness: keyof Severities
}

function judge({ facts }: Question, found: readonly Found[]): PlanFinding[] {
  return found.map(({ code, field, values = {}, strictness }) => ({
    code,
    field,
    values,
    severity: facts.rules.value.severity[strictness],
    provisional: false,
    basis: facts.rules.source,
  }))
}

/** People all desks can receive on the open working days of their points. */
export function deskCapacity({ draft, facts }: Question): number {
  return draft.points.reduce((sum, point) => {
    const { count } = countOpenDays(facts.calendar, overlapOf(draft.confirms, point), facts.closures)
    return sum + point.deskCount * point.perDesk * count
  }, 0)
}

/** The hospitals of the filed 实施方案, or those the plan names itself. */
function hospitalsOf({ draft, facts }: Question): PlanFacts['filedHospitals'] {
  return facts.filedHospitals.length > 0 ? facts.filedHospitals : draft.hospitals
}

/** People the hospitals can examine from the opening of 网报 to the end of 确认. */
export function hospitalCapacity(question: Question): number {
  const { draft, facts } = question
  const whole = spanOf([...draft.phases, ...draft.confirms])
  if (whole === undefined || whole.closesAt <= whole.opensAt) return 0
  const { count } = countOpenDays(facts.calendar, [whole], [])
  return hospitalsOf(question).reduce((sum, { perDay }) => sum + perDay * count, 0)
}

function refuseCapacity(question: Question): Found[] {
  const { draft } = question
  const expected = draft.expectedCount
  if (expected === null) return [{ code: 'plan.expected-missing', field: 'expectedCount', strictness: 'capacity' }]
  const found: Found[] = []
  const desks = deskCapacity(question)
  if (desks < expected) {
    const values = { capacity: desks, expected }
    found.push({ code: 'plan.desk-capacity', field: 'points', values, strictness: 'capacity' })
  }
  const hospitals = hospitalCapacity(question)
  if (hospitalsOf(question).length === 0) {
    return [...found, { code: 'plan.hospital-missing', field: 'hospitals', strictness: 'capacity' }]
  }
  if (hospitals < expected) {
    const values = { capacity: hospitals, expected }
    found.push({ code: 'plan.hospital-capacity', field: 'hospitals', values, strictness: 'capacity' })
  }
  return found
}

function refusePoint({ draft }: Question, point: PointPlan, facts: PointFacts | undefined): Found[] {
  const field = `points.${point.pointId}`
  if (facts === undefined || !facts.isActive) return [{ code: 'plan.point-unknown', field, strictness: 'point' }]
  const values = { name: facts.name }
  const confirm = spanOf(draft.confirms)
  const found: Found[] = []
  if (point.closesAt <= point.opensAt) {
    found.push({ code: 'plan.empty-window', field, values: { window: `确认点“${facts.name}”` }, strictness: 'point' })
  }
  if (confirm !== undefined && !contains(confirm, point)) {
    found.push({ code: 'plan.point-outside', field, values, strictness: 'point' })
  }
  if (!facts.hasStaff) found.push({ code: 'plan.point-without-staff', field, values, strictness: 'point' })
  if (facts.untrained.length > 0) {
    const people = facts.untrained.join('、')
    found.push({ code: 'plan.point-untrained', field, values: { ...values, people }, strictness: 'training' })
  }
  if (!facts.hasHours) found.push({ code: 'plan.point-without-hours', field, values, strictness: 'point' })
  return found
}

/** Desks, hospitals and points of an agency's recognition plan (002 二(二); 003 一(四): 设置确认点和确认用户). */
export function refuseDesks(question: Question): PlanFinding[] {
  const { draft, facts } = question
  if (facts.level === 'province' || draft.kind === 'registration') return []
  const points = draft.points.flatMap((point) => refusePoint(question, point, facts.points.get(point.pointId)))
  const none: Found[] =
    draft.points.length === 0 ? [{ code: 'plan.no-points', field: 'points', strictness: 'point' }] : []
  return judge(question, [...none, ...points, ...refuseCapacity(question)]).map((finding) =>
    // Whatever the policy says, a point outside its agency would break the nesting (PLN-4).
    finding.code === 'plan.point-outside' ||
    finding.code === 'plan.empty-window' ||
    finding.code === 'plan.point-unknown'
      ? { ...finding, severity: 'block' }
      : finding,
  )
}

/** 公告发布时间 and 完成时间 (003 二: 公告发布时间调整为9月13日前, 12月20日前完成). */
export function refuseDeadlines(question: Question): PlanFinding[] {
  const { draft, facts } = question
  const { announceBy, completeBy, decideBy } = draft
  const network = spanOf(draft.phases)
  const found: Found[] = []
  if (announceBy === null) {
    found.push({ code: 'plan.announcement-missing', field: 'announceBy', strictness: 'deadline' })
  } else {
    const opens = network === undefined ? announceBy : daysOf(network).first
    const latest = facts.parent.announceBy !== null && facts.parent.announceBy < opens ? facts.parent.announceBy : opens
    const values = { day: readableDay(announceBy), latest: readableDay(latest) }
    if (announceBy > latest)
      found.push({ code: 'plan.announcement-late', field: 'announceBy', values, strictness: 'deadline' })
  }
  if (completeBy === null) {
    return judge(question, [...found, { code: 'plan.completion-missing', field: 'completeBy', strictness: 'deadline' }])
  }
  const day = readableDay(completeBy)
  if (decideBy !== null && completeBy < decideBy) {
    const values = { day, decision: readableDay(decideBy) }
    found.push({ code: 'plan.completion-before-decision', field: 'completeBy', values, strictness: 'deadline' })
  }
  const { completeBy: limit } = facts.parent
  if (limit !== null && completeBy > limit) {
    const values = { day, latest: readableDay(limit) }
    found.push({ code: 'plan.completion-late', field: 'completeBy', values, strictness: 'deadline' })
  }
  return judge(question, found)
}

/** Notices and 实施方案 filed, training done, rounds of the year (001 二(一), 一(五); 002 二(一)). */
export function refuseDuties(question: Question): PlanFinding[] {
  const { facts } = question
  const found: Found[] = []
  if (facts.level === 'province' && !facts.noticeFiled) {
    found.push({ code: 'plan.notice-missing', field: 'filing', strictness: 'filing' })
  }
  if (facts.level === 'agency' && !facts.schemeFiled) {
    found.push({ code: 'plan.scheme-missing', field: 'filing', strictness: 'filing' })
  }
  if (!facts.trainingDone) found.push({ code: 'plan.training-missing', field: 'training', strictness: 'training' })
  const allowed = facts.rules.value.roundsPerYear
  if (facts.roundsInYear > allowed) {
    const values = { found: facts.roundsInYear, allowed }
    found.push({ code: 'plan.too-many-rounds', field: 'round', values, strictness: 'rounds' })
  }
  return judge(question, found)
}
