import { z } from 'zod'

/** Kinds of the 限制库 (`domain.md` §13.1). */
export const RestrictionKind = z.enum(
  ['lost', 'revoked-fraud', 'revoked-conduct', 'exam-cheat', 'licence-revoked', 'work-ban'],
  { error: '请选择限制类型。' },
)
export type RestrictionKind = z.infer<typeof RestrictionKind>

export const RESTRICTION_KIND_TITLES: Readonly<Record<RestrictionKind, string>> = {
  lost: '丧失教师资格',
  'revoked-fraud': '撤销教师资格（弄虚作假、骗取）',
  'revoked-conduct': '撤销教师资格（品行不良、影响恶劣）',
  'exam-cheat': '考试作弊',
  'licence-revoked': '吊销教师资格证书',
  'work-ban': '从业禁止',
}
