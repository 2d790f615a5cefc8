import { z } from 'zod'

/** The seven qualification types; the code is the tenth digit of the certificate number. 教师资格条例 art. 4. */
export const QualificationType = z.union(
  [z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6), z.literal(7)],
  { error: '请选择资格种类。' },
)
export type QualificationType = z.infer<typeof QualificationType>

export const QUALIFICATION_TITLES: Readonly<Record<QualificationType, string>> = {
  1: '幼儿园教师资格',
  2: '小学教师资格',
  3: '初级中学教师资格',
  4: '高级中学教师资格',
  5: '中等职业学校教师资格',
  6: '中等职业学校实习指导教师资格',
  7: '高等学校教师资格',
}

/** 考试形式 (APP-3). */
export const Route = z.enum(['national-exam', 'exempt-reform', 'non-national'], { error: '请选择考试形式。' })
export type Route = z.infer<typeof Route>

export const ROUTE_TITLES: Readonly<Record<Route, string>> = {
  'national-exam': '国家统一考试',
  'exempt-reform': '免试认定改革人员',
  'non-national': '非国家统一考试（含免考）',
}

/** 认定所在地依据 (`domain.md` §3). */
export const AreaBasis = z.enum(['hukou', 'residence-permit', 'student', 'military'], {
  error: '请选择在当地申请的依据。',
})
export type AreaBasis = z.infer<typeof AreaBasis>

export const AREA_BASIS_TITLES: Readonly<Record<AreaBasis, string>> = {
  hukou: '户籍所在地',
  'residence-permit': '居住证所在地',
  student: '就读学校所在地',
  military: '部队驻地',
}
