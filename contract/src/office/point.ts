import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Day, Done, Id, Instant, line } from '../field.ts'
import { QualificationType } from '../qualification.ts'

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: '请按 24 小时制填写时间，例如 08:30。' })

/** One stretch of opening; days 1 to 7 are Monday to Sunday, 8 is a make-up working day (调休上班日). */
export const OpeningHours = z.strictObject({ day: z.number().int().min(1).max(8), from: Time, to: Time })
export type OpeningHours = z.infer<typeof OpeningHours>

export const WeeklyHours = z.array(OpeningHours).max(40)

export const WEEKDAY_TITLES: Readonly<Record<number, string>> = {
  1: '周一',
  2: '周二',
  3: '周三',
  4: '周四',
  5: '周五',
  6: '周六',
  7: '周日',
  8: '调休上班日',
}

/** What an agency keeps about a 确认点 (PLN-6). */
export const PointProfile = z.strictObject({
  name: line(40, '确认点名称'),
  address: line(120, '地址'),
  /** 确认范围 in words. */
  scope: line(300, '确认范围'),
  /** Streets and townships of the 确认范围; empty when the agency does not ask for them. */
  streets: z.array(line(30, '街道')).max(80, { error: '街道不能超过 80 个。' }),
  types: z.array(QualificationType).min(1, { error: '请至少选择一种资格种类。' }).max(7),
  weeklyHours: WeeklyHours,
  deskCount: z
    .number()
    .int()
    .min(1, { error: '请填写 1 到 60 之间的窗口数。' })
    .max(60, { error: '请填写 1 到 60 之间的窗口数。' }),
  notices: z.array(line(200, '提示')).max(12, { error: '提示不能超过 12 条。' }),
  activeFrom: Day.nullable(),
  /** First day on which it is no longer used. */
  activeTo: Day.nullable(),
})
export type PointProfile = z.infer<typeof PointProfile>

/** How slots are made; `draw` releases the slots of a day by lot, what is left then goes first come, first served. */
export const AppointmentRule = z.strictObject({
  slotMinutes: z
    .number()
    .int()
    .min(5, { error: '时段长度为 5 到 240 分钟。' })
    .max(240, { error: '时段长度为 5 到 240 分钟。' }),
  /** People one desk serves in a slot. */
  perDesk: z.number().int().min(1, { error: '每窗口人数为 1 到 60。' }).max(60, { error: '每窗口人数为 1 到 60。' }),
  /** Share of the places given to 网上预约; the rest is for people who come without a booking. */
  onlinePercent: z
    .number()
    .int()
    .min(0, { error: '网上预约比例为 0 到 100。' })
    .max(100, { error: '网上预约比例为 0 到 100。' }),
  release: z.enum(['open', 'draw']),
  /** Registration for the draw of a day ends this many days before it, at 12:00. */
  drawDaysBefore: z
    .number()
    .int()
    .min(1, { error: '抽签提前天数为 1 到 14。' })
    .max(14, { error: '抽签提前天数为 1 到 14。' }),
})
export type AppointmentRule = z.infer<typeof AppointmentRule>

const Window = z.strictObject({ opensAt: Instant, closesAt: Instant })

export const PointRow = z.strictObject({
  pointId: Id,
  code: z.string(),
  name: z.string(),
  address: z.string(),
  hours: z.string(),
  deskCount: z.number().int(),
  isActive: z.boolean(),
  /** The point this officer works at. */
  isOwn: z.boolean(),
  windows: z.array(Window),
})
export type PointRow = z.infer<typeof PointRow>

/** Every point of one's own agency with its schedule; people are shown to nobody here (case 13). */
export const listPointsEndpoint = endpoint({
  name: 'point.list',
  face: 'office',
  method: 'GET',
  path: '/api/points',
  permission: 'office',
  input: z.strictObject({}),
  output: z.strictObject({ points: z.array(PointRow) }),
})

export const PointView = z.strictObject({
  row: PointRow,
  version: z.number().int(),
  profile: PointProfile,
  rule: z.strictObject({ version: z.number().int(), ...AppointmentRule.shape }).nullable(),
  /** 确认用户 of this point, by name. */
  staff: z.array(z.strictObject({ userId: Id, name: z.string(), isEnabled: z.boolean() })),
  history: z.array(
    z.strictObject({ version: z.number().int(), at: Instant, by: z.string(), changes: z.array(z.string()) }),
  ),
})
export type PointView = z.infer<typeof PointView>

export const getPointEndpoint = endpoint({
  name: 'point.get',
  face: 'office',
  method: 'GET',
  path: '/api/points/:pointId',
  permission: 'office',
  input: z.strictObject({ pointId: Id }),
  output: PointView,
})

export const addPointEndpoint = endpoint({
  name: 'point.add',
  face: 'office',
  method: 'POST',
  path: '/api/points',
  permission: 'point.manage',
  input: PointProfile,
  output: z.strictObject({ pointId: Id }),
})

export const savePointEndpoint = endpoint({
  name: 'point.save',
  face: 'office',
  method: 'POST',
  path: '/api/points/:pointId/save',
  permission: 'point.manage',
  input: z.strictObject({ pointId: Id, version: z.number().int(), profile: PointProfile }),
  output: Done,
})
