import { type OpeningHours, type PointProfile, type PointView, WEEKDAY_TITLES } from '@xingtan/contract/office/point'
import type { QualificationType } from '@xingtan/contract/qualification'

/** What is typed about a point, as text; parsed when it is saved, so that nothing typed is lost. */
export interface PointDraft {
  readonly name: string
  readonly address: string
  readonly scope: string
  readonly streets: string
  readonly types: readonly QualificationType[]
  /** Text of each day, 1 to 8: `09:00-12:00，13:30-17:00`. */
  readonly hours: Readonly<Record<number, string>>
  readonly deskCount: string
  readonly notices: string
  readonly activeFrom: string
  readonly activeTo: string
}

const DAYS = Object.keys(WEEKDAY_TITLES).map(Number)

/** The draft of a point, or of a new one. */
export function startPointDraft(profile: PointProfile | undefined): PointDraft {
  const hours = profile?.weeklyHours ?? []
  const textOf = (day: number) =>
    hours
      .filter((one) => one.day === day)
      .map(({ from, to }) => `${from}-${to}`)
      .join('，')
  return {
    name: profile?.name ?? '',
    address: profile?.address ?? '',
    scope: profile?.scope ?? '',
    streets: profile?.streets.join('\n') ?? '',
    types: profile?.types ?? [],
    hours: Object.fromEntries(DAYS.map((day) => [day, textOf(day)])),
    deskCount: String(profile?.deskCount ?? ''),
    notices: profile?.notices.join('\n') ?? '',
    activeFrom: profile?.activeFrom ?? '',
    activeTo: profile?.activeTo ?? '',
  }
}

function toTime(text: string): string {
  const [hour = '', minute = ''] = text.normalize('NFKC').trim().split(':')
  return `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`
}

/** `09:00-12:00，13:30-17:00` as stretches; undefined when it cannot be read. */
export function parseHours(day: number, text: string): OpeningHours[] | undefined {
  const parts = text.split(/[，,、;；\s]+/).filter((part) => part !== '')
  const stretches = parts.map((part) => part.normalize('NFKC').split(/[-—–~至]+/))
  const isReadable = stretches.every(
    (times) => times.length === 2 && times.every((time) => /^([01]?\d|2[0-3]):[0-5]\d$/.test(time.trim())),
  )
  if (!isReadable) return undefined
  return stretches.map(([from = '', to = '']) => ({ day, from: toTime(from), to: toTime(to) }))
}

const linesOf = (text: string) =>
  text
    .split(/[\n、]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
const dayOrNull = (text: string) => (text.trim() === '' ? null : text.trim())

/** Sentences under the fields, by field; empty when the draft can be sent. */
export function listDraftErrors(draft: PointDraft): ReadonlyMap<string, string> {
  const errors = new Map<string, string>()
  if (draft.name.trim() === '') errors.set('name', '请填写确认点名称。')
  if (draft.address.trim() === '') errors.set('address', '请填写地址。')
  if (draft.scope.trim() === '') errors.set('scope', '请填写确认范围。')
  if (draft.types.length === 0) errors.set('types', '请至少选择一种资格种类。')
  if (!/^[1-9]\d?$/.test(draft.deskCount.trim())) errors.set('deskCount', '请填写 1 到 60 之间的窗口数。')
  for (const day of DAYS) {
    if (parseHours(day, draft.hours[day] ?? '') === undefined)
      errors.set(`hours-${day}`, '时间无法识别，请按 09:00-12:00，13:30-17:00 的格式填写。')
  }
  for (const field of ['activeFrom', 'activeTo'] as const) {
    if (!/^(\d{4}-\d{2}-\d{2})?$/.test(draft[field].trim())) errors.set(field, '请填写日期，例如 2026-09-14。')
  }
  return errors
}

/** The profile a draft without errors stands for. */
export function toProfile(draft: PointDraft): PointView['profile'] {
  return {
    name: draft.name.trim(),
    address: draft.address.trim(),
    scope: draft.scope.trim(),
    streets: linesOf(draft.streets),
    types: [...draft.types],
    weeklyHours: DAYS.flatMap((day) => parseHours(day, draft.hours[day] ?? '') ?? []),
    deskCount: Number(draft.deskCount),
    notices: draft.notices.split('\n').flatMap((one) => (one.trim() === '' ? [] : [one.trim()])),
    activeFrom: dayOrNull(draft.activeFrom),
    activeTo: dayOrNull(draft.activeTo),
  }
}
