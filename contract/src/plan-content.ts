import { z } from 'zod'
import { Day, Id, Instant, line } from './field.ts'
import { Route } from './qualification.ts'

/** 认定计划 or 定期注册计划. */
export const PlanKind = z.enum(['recognition', 'registration'])
export type PlanKind = z.infer<typeof PlanKind>

/** Kinds of people a phase may be kept for (`domain.md` §8.4). */
export const PersonKind = z.enum(['public', 'graduate', 'postgraduate', 'upgrade'])
export type PersonKind = z.infer<typeof PersonKind>

export const PERSON_KIND_TITLES: Readonly<Record<PersonKind, string>> = {
  public: '社会人员',
  graduate: '应届毕业生',
  postgraduate: '在读研究生',
  upgrade: '在读专升本学生',
}

const LONGEST_MS = 400 * 86_400_000

const windowShape = { opensAt: Instant, closesAt: Instant }
const isWindowSane = (window: { opensAt: string; closesAt: string }): boolean => {
  const length = Date.parse(window.closesAt) - Date.parse(window.opensAt)
  return length <= LONGEST_MS && window.opensAt >= '2010' && window.closesAt < '2100'
}
const insane = { error: '起止时间相隔过长或年份不正确，请核对后重新填写。' }

/** A half-open window with times of day. */
export const PlanWindow = z.strictObject(windowShape).refine(isWindowSane, insane)
export type PlanWindow = z.infer<typeof PlanWindow>

/** A phase of 网报; empty lists mean everybody. */
export const PlanPhase = z
  .strictObject({ ...windowShape, routes: z.array(Route).max(3), personKinds: z.array(PersonKind).max(4) })
  .refine(isWindowSane, insane)
export type PlanPhase = z.infer<typeof PlanPhase>

/** Steps of a registration after the teacher's own 网报, in their order (REG-2). */
export const RegistrationStage = z.enum(['school', 'county', 'publicity', 'city', 'province'])
export type RegistrationStage = z.infer<typeof RegistrationStage>

export const REGISTRATION_STAGE_TITLES: Readonly<Record<RegistrationStage, string>> = {
  school: '学校审查',
  county: '县级初审',
  publicity: '公示',
  city: '市级复核',
  province: '省级终审',
}

export const PlanPoint = z
  .strictObject({
    pointId: Id,
    ...windowShape,
    deskCount: z.number().int().min(1, { error: '窗口数至少为 1。' }).max(200, { error: '窗口数不能超过 200。' }),
    /** People one desk receives in a working day. */
    perDesk: z.number().int().min(1, { error: '每窗口每日接待人数至少为 1。' }).max(500, {
      error: '每窗口每日接待人数不能超过 500。',
    }),
  })
  .refine(isWindowSane, insane)
export type PlanPoint = z.infer<typeof PlanPoint>

/** What a plan sets; incomplete while it is being written, judged as a whole by the compiler. */
export const PlanContent = z.strictObject({
  /** 网报; of a registration the teacher's own application. */
  phases: z.array(PlanPhase).max(6),
  /** 现场确认, in as many blocks as there are. */
  confirms: z.array(PlanWindow).max(8),
  /** The whole span of a registration (网报 to 市级复核). */
  umbrella: PlanWindow.nullable(),
  stages: z.array(z.strictObject({ stage: RegistrationStage, ...windowShape }).refine(isWindowSane, insane)).max(5),
  /** Last day for conclusions. */
  decideBy: Day.nullable(),
  /** 公告发布时间: the announcement stands on this day at the latest. */
  announceBy: Day.nullable(),
  /** 完成时间: everything is done on this day at the latest. */
  completeBy: Day.nullable(),
  expectedCount: z.number().int().min(1, { error: '预计人数至少为 1。' }).max(2_000_000).nullable(),
  points: z.array(PlanPoint).max(80),
  hospitals: z.array(z.strictObject({ name: line(60, '医院名称'), perDay: z.number().int().min(1).max(5000) })).max(60),
})
export type PlanContent = z.infer<typeof PlanContent>
