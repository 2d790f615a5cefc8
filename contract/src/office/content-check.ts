import { z } from 'zod'

/** What the check of public texts found; `block` stops the publication, `warn` is for the writer to judge (S-040, S-120). */
export const ContentFindingKind = z.enum([
  'office-address',
  'product-name',
  'system-word',
  'identity-number',
  'bank-card',
  'mobile',
  'mailbox',
  'office-mailbox',
])
export type ContentFindingKind = z.infer<typeof ContentFindingKind>

export const CONTENT_FINDING_TITLES: Readonly<Record<ContentFindingKind, string>> = {
  'office-address': '机构登录的系统网址或页面路径',
  'product-name': '机构端系统的名称',
  'system-word': '可能涉及系统安全的用语',
  'identity-number': '身份证件号码',
  'bank-card': '银行卡号',
  mobile: '手机号码',
  mailbox: '个人邮箱',
  'office-mailbox': '单位邮箱',
}

export const ContentFinding = z.strictObject({
  severity: z.enum(['block', 'warn']),
  kind: ContentFindingKind,
  /** Where it stands: 标题, 正文, or the name of an attachment. */
  place: z.string(),
  /** What was found; personal data are masked. */
  excerpt: z.string(),
})
export type ContentFinding = z.infer<typeof ContentFinding>
