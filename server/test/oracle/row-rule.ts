import type { Row } from './row-maker.ts'

/** Who asks: where, at which desk, as which user, and whether this is a supervisor’s reading of those below. */
export interface Me {
  readonly agency: string
  readonly point: string | null
  readonly user: string
  readonly person: string
  readonly reach: 'own' | 'below'
  /** Roles held at this instant, own and delegated. */
  readonly roles: ReadonlySet<string>
}

/** The tree and the rows that are there. */
export interface Scene {
  readonly parents: ReadonlyMap<string, string | null>
  readonly successors: ReadonlyMap<string, string>
  readonly regions: ReadonlyMap<string, string>
  at(table: string, column: string, value: unknown): readonly Row[]
}

interface Ask {
  readonly me: Me
  readonly row: Readonly<Record<string, unknown>>
  readonly scene: Scene
}
type Rule = (ask: Ask) => boolean

/** Whose rows of one table an office may read, add, change. What is missing nobody may. */
export interface Law {
  readonly read: Rule
  readonly add?: Rule
  readonly change?: Rule
  /** What a change that counts looks like; any column to itself unless told. */
  readonly set?: (me: Me) => Readonly<Record<string, unknown>>
}

export const all =
  (...rules: readonly Rule[]): Rule =>
  (ask) =>
    rules.every((rule) => rule(ask))
export const any =
  (...rules: readonly Rule[]): Rule =>
  (ask) =>
    rules.some((rule) => rule(ask))
export const everybody: Rule = () => true

export function isUnder(scene: Scene, code: unknown, upper: string): boolean {
  for (let at = typeof code === 'string' ? code : null; at !== null; at = scene.parents.get(at) ?? null) {
    if (at === upper) return true
  }
  return false
}

export const isMine =
  (column: string): Rule =>
  ({ me, row }) =>
    row[column] === me.agency
export const own = isMine('agency_code')
/** At a point there is nothing but the point (S-049). */
const isHere: Rule = ({ me, row }) => me.point === null || row['point_id'] === me.point
export const atNoPoint: Rule = ({ me }) => me.point === null
export const desk = all(own, isHere)
/** Reading down the tree, asked for as such (S-050). */
export const reached: Rule = ({ me, row, scene }) =>
  me.reach === 'below' && isUnder(scene, row['agency_code'], me.agency)
/** Administration down the tree: the own agency and every one under it. */
export const line: Rule = ({ me, row, scene }) => isUnder(scene, row['agency_code'], me.agency)
export const strictlyBelow: Rule = (ask) => line(ask) && !own(ask)
export const byMe =
  (column: string): Rule =>
  ({ me, row }) =>
    row[column] === me.user
export const is =
  (column: string, ...words: readonly unknown[]): Rule =>
  ({ row }) =>
    words.includes(row[column])
const children: Rule = ({ me, row, scene }) => scene.parents.get(String(row['agency_code'])) === me.agency
/** The office whose work went over to this one. */
const inherited: Rule = ({ me, row, scene }) => scene.successors.get(String(row['agency_code'])) === me.agency

/** The row of `table` that this one belongs to, judged by its own rule. */
export const of =
  (column: string, table: string, rule: Rule, key = 'id'): Rule =>
  ({ me, row, scene }) =>
    scene.at(table, key, row[column]).some(({ values }) => rule({ me, row: values, scene }))

const offered: Rule = ({ me, row, scene }) =>
  scene
    .at('case_moves', 'application_id', row['id'])
    .some(({ values }) => values['state'] === 'proposed' && values['to_agency'] === me.agency)
export const caseSeen = any(desk, reached, offered, all(inherited, isHere))
export const inSeenCase = of('application_id', 'applications', caseSeen)
/** Work on a case is done where the case is, at its desk; what a former office recognised is in its successor's hands. */
export const caseHeld = any(desk, all(inherited, isHere, is('conclusion', 'passed')))
export const inHeldCase = of('application_id', 'applications', caseHeld)
export const supervised = any(own, reached)

export const seenCertificate = any(own, reached, inherited)
export const entryLine = any(own, isMine('review_agency_code'), line)
export const inSeenEntry = (column: string) => of(column, 'restriction_entries', entryLine)
const KINDS_BY_ROLE: Readonly<Record<string, string>> = {
  consultation: 'publicity',
  complaint: 'publicity',
  fraud: 'restrict',
}
export const isHandled: Rule = ({ me, row }) => me.roles.has(KINDS_BY_ROLE[String(row['kind'])] ?? 'nobody')
export const seenConsultation = all(
  isHandled,
  any(own, isMine('escalated_to'), reached, ({ me, row }) => {
    const passed = row['passed_by']
    return Array.isArray(passed) && passed.includes(me.agency)
  }),
)
export const inSeenConsultation = of('consultation_id', 'consultations', seenConsultation)
const addressed: Rule = ({ me, row, scene }) =>
  row['withdrawn_at'] === null &&
  ((row['audience'] === 'below' &&
    row['agency_code'] !== me.agency &&
    isUnder(scene, me.agency, String(row['agency_code']))) ||
    (row['audience'] === 'direct' && scene.parents.get(me.agency) === row['agency_code']) ||
    (row['audience'] === 'agency' && row['to_agency_code'] === me.agency))
export const seenPost = any(own, addressed)
export const inSeenPost = of('post_id', 'channel_posts', seenPost)
/** To the own side of the tree, or back to the one who wrote. */
export const mayBeSentTo: Rule = ({ me, row, scene }) => {
  const to = row['to_agency_code']
  if (to === null || to === scene.parents.get(me.agency) || isUnder(scene, to, me.agency)) return true
  return scene.at('channel_posts', 'id', row['answers_id']).some(({ values }) => {
    const reachesMe = values['to_agency_code'] === null && isUnder(scene, me.agency, String(values['agency_code']))
    return values['agency_code'] === to && (values['to_agency_code'] === me.agency || reachesMe)
  })
}
export const seenImport = any(own, isMine('review_agency_code'))
export const seenPlan = any(own, reached, children)
/** Plans go to the next level up, filings to the province, a province’s to the nation. */
export const isSuperiorOf = (column: string, table: string): Rule => of(column, table, children)
function filingAgency(scene: Scene, code: string): string {
  const chain: string[] = []
  for (let at: string | null = code; at !== null; at = scene.parents.get(at) ?? null) chain.push(at)
  return chain.length > 2 ? (chain.at(-2) ?? '') : '00000'
}
export const isReceiver: Rule = ({ me, row, scene }) => filingAgency(scene, String(row['agency_code'])) === me.agency
export const governs: Rule = ({ me, row, scene }) => {
  const scope = String(row['scope'])
  if (me.agency === '00000') return true
  if (scope === 'nation') return false
  if (scope.startsWith('agency:')) return isUnder(scene, scope.slice(7), me.agency)
  const holder = [...scene.regions].find(([, region]) => region === scope)?.[0]
  return isUnder(scene, holder, me.agency)
}
export const seenFile = any(of('application_id', 'applications', caseSeen), own, reached, ({ me, row, scene }) =>
  scene
    .at('restriction_entries', 'decision_file_id', row['id'])
    .some(({ values }) => entryLine({ me, row: values, scene })),
)
export const meAs =
  (...columns: readonly string[]) =>
  (me: Me) =>
    Object.fromEntries(columns.map((name) => [name, me.user]))
