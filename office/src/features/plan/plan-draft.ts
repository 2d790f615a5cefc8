import type { PersonKind, PlanContent, RegistrationStage } from '@xingtan/contract/plan-content'
import { RegistrationStage as Stages } from '@xingtan/contract/plan-content'
import type { Route } from '@xingtan/contract/qualification'
import { shanghaiDay, shanghaiInstant, shanghaiTime } from '@xingtan/domain/shanghai-time'

/** A window as typed: `2026-09-14T08:30` in Shanghai; `key` keeps its row while others come and go. */
export interface WindowDraft {
  readonly key: string
  readonly opens: string
  readonly closes: string
}

export interface PhaseDraft extends WindowDraft {
  readonly routes: readonly Route[]
  readonly personKinds: readonly PersonKind[]
}

export interface PointDraft extends WindowDraft {
  readonly pointId: string
  readonly deskCount: string
  readonly perDesk: string
}

export interface HospitalDraft {
  readonly key: string
  readonly name: string
  readonly perDay: string
}

/** A plan as it stands in the fields; incomplete and wrong entries stay as they were typed. */
export interface PlanDraft {
  readonly phases: readonly PhaseDraft[]
  readonly confirms: readonly WindowDraft[]
  readonly umbrella: WindowDraft
  readonly stages: Readonly<Record<RegistrationStage, WindowDraft>>
  readonly decideBy: string
  readonly announceBy: string
  readonly completeBy: string
  readonly expectedCount: string
  readonly points: readonly PointDraft[]
  readonly hospitals: readonly HospitalDraft[]
}

type Stated = { readonly opensAt: string; readonly closesAt: string }

/** `2026-09-14T08:30` in Shanghai. */
export function toTyped(instant: string): string {
  const date = new Date(instant)
  return `${shanghaiDay(date)}T${shanghaiTime(date)}`
}

/** The instant of a typed time, undefined while it is none. */
export function toInstant(typed: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(typed)) return undefined
  return shanghaiInstant(typed.slice(0, 10), typed.slice(11)).toISOString()
}

const EMPTY = { opens: '', closes: '' }
const typedWindow = ({ opensAt, closesAt }: Stated) => ({ opens: toTyped(opensAt), closes: toTyped(closesAt) })

/** A fresh row. */
export function emptyWindow(): WindowDraft {
  return { key: crypto.randomUUID(), ...EMPTY }
}

/** The fields of a stored content. */
export function startDraft(content: PlanContent): PlanDraft {
  const stageOf = (stage: RegistrationStage): WindowDraft => {
    const stored = content.stages.find((one) => one.stage === stage)
    return { key: stage, ...(stored === undefined ? EMPTY : typedWindow(stored)) }
  }
  const keyed = (place: number) => `stored-${place}`
  return {
    phases: content.phases.map((phase, place) => ({
      key: keyed(place),
      ...typedWindow(phase),
      routes: phase.routes,
      personKinds: phase.personKinds,
    })),
    confirms: content.confirms.map((window, place) => ({ key: keyed(place), ...typedWindow(window) })),
    umbrella: { key: 'umbrella', ...(content.umbrella === null ? EMPTY : typedWindow(content.umbrella)) },
    stages: {
      school: stageOf('school'),
      county: stageOf('county'),
      publicity: stageOf('publicity'),
      city: stageOf('city'),
      province: stageOf('province'),
    },
    decideBy: content.decideBy ?? '',
    announceBy: content.announceBy ?? '',
    completeBy: content.completeBy ?? '',
    expectedCount: content.expectedCount === null ? '' : String(content.expectedCount),
    points: content.points.map((point) => ({
      key: point.pointId,
      ...typedWindow(point),
      pointId: point.pointId,
      deskCount: String(point.deskCount),
      perDesk: String(point.perDesk),
    })),
    hospitals: content.hospitals.map(({ name, perDay }, place) => ({
      key: keyed(place),
      name,
      perDay: String(perDay),
    })),
  }
}

function windowOf(draft: WindowDraft): Stated | undefined {
  const opensAt = toInstant(draft.opens)
  const closesAt = toInstant(draft.closes)
  return opensAt === undefined || closesAt === undefined ? undefined : { opensAt, closesAt }
}

const numberOf = (typed: string): number | undefined =>
  /^[1-9]\d{0,6}$/.test(typed.trim()) ? Number(typed) : undefined
const dayOrNull = (typed: string): string | null => (typed === '' ? null : typed)

/** The content the complete entries make; those that are not complete yet are named by `listDraftErrors`. */
export function toContent(draft: PlanDraft): PlanContent {
  const stated = <One extends WindowDraft, More>(rows: readonly One[], more: (row: One) => More | undefined) =>
    rows.flatMap((row) => {
      const window = windowOf(row)
      const rest = more(row)
      return window === undefined || rest === undefined ? [] : [{ ...window, ...rest }]
    })
  return {
    phases: stated(draft.phases, ({ routes, personKinds }) => ({ routes: [...routes], personKinds: [...personKinds] })),
    confirms: stated(draft.confirms, () => ({})),
    umbrella: windowOf(draft.umbrella) ?? null,
    stages: Stages.options.flatMap((stage) => {
      const window = windowOf(draft.stages[stage])
      return window === undefined ? [] : [{ stage, ...window }]
    }),
    decideBy: dayOrNull(draft.decideBy),
    announceBy: dayOrNull(draft.announceBy),
    completeBy: dayOrNull(draft.completeBy),
    expectedCount: numberOf(draft.expectedCount) ?? null,
    points: stated(draft.points, ({ pointId, deskCount, perDesk }) => {
      const desks = numberOf(deskCount)
      const people = numberOf(perDesk)
      return desks === undefined || people === undefined ? undefined : { pointId, deskCount: desks, perDesk: people }
    }),
    hospitals: draft.hospitals.flatMap(({ name, perDay }) => {
      const people = numberOf(perDay)
      return name.trim() === '' || people === undefined ? [] : [{ name: name.trim(), perDay: people }]
    }),
  }
}

/** Two contents say the same when these are equal, in whatever order they were stored. */
export function contentText(content: PlanContent): string {
  return JSON.stringify(toContent(startDraft(content)))
}

const HALF = '请填写完整的开始和结束时间，或移除这一行。'
const isHalf = ({ opens, closes }: WindowDraft, isRow: boolean): boolean =>
  (isRow || opens !== '' || closes !== '') && (toInstant(opens) === undefined || toInstant(closes) === undefined)

/** What is typed but cannot be stored, by the path of the field. */
export function listDraftErrors(draft: PlanDraft): ReadonlyMap<string, string> {
  const errors = new Map<string, string>()
  const check = (path: string, row: WindowDraft, isRow: boolean) => {
    if (isHalf(row, isRow)) errors.set(path, HALF)
  }
  for (const [place, row] of draft.phases.entries()) check(`phases.${place}`, row, true)
  for (const [place, row] of draft.confirms.entries()) check(`confirms.${place}`, row, true)
  check('umbrella', draft.umbrella, false)
  for (const stage of Stages.options) check(`stages.${stage}`, draft.stages[stage], false)
  for (const row of draft.points) {
    check(`points.${row.pointId}`, row, true)
    if (numberOf(row.deskCount) === undefined || numberOf(row.perDesk) === undefined) {
      errors.set(`points.${row.pointId}`, '窗口数和每窗口每日人数请填写大于 0 的整数。')
    }
  }
  if (draft.expectedCount.trim() !== '' && numberOf(draft.expectedCount) === undefined) {
    errors.set('expectedCount', '预计人数请填写大于 0 的整数。')
  }
  for (const [place, { name, perDay }] of draft.hospitals.entries()) {
    if (name.trim() === '' || numberOf(perDay) === undefined) {
      errors.set(`hospitals.${place}`, '请填写医院名称和每日可体检人数，或移除这一行。')
    }
  }
  return errors
}
