import { z } from 'zod'
import { ConsultationLimits, ConsultationTemplates } from './policy-consultation.ts'
import { MedicalPlaces, MessageTemplates, OnlineDesk } from './policy-online.ts'
import { AgreementText, PlainText, PromiseText } from './policy-text.ts'
import {
  AgencyLevels,
  AppointmentLimits,
  AreaBases,
  CertificateNumberScheme,
  ConfirmationMaterials,
  CountOn,
  DegreeMinimum,
  DiplomaRequiredBy,
  FilingRules,
  OfficeSessionLimits,
  HoldReasons,
  LetterTexts,
  PhotoLimits,
  PlanMinimums,
  PlanRules,
  PositiveCount,
  PutonghuaFloor,
  RefusalReasons,
  RetirementAge,
  SmsLimits,
  TrainingRules,
  YesOrNo,
} from './policy-value.ts'

/** Everything that varies by place or year (`domain.md` §22): key, Chinese title for officers, shape of the value. */
export const POLICIES = {
  'photo.limits': { title: '证件照规格', value: PhotoLimits },
  'file.image-max-bytes': { title: '证书图片大小上限（字节，含）', value: PositiveCount },
  'file.material-max-bytes': { title: '全程网办材料大小上限（字节，含）', value: PositiveCount },
  'degree.minimum': { title: '各类资格学历要求', value: DegreeMinimum },
  'putonghua.floor': { title: '普通话等级要求', value: PutonghuaFloor },
  'medical.validity-days': { title: '体检结论有效天数', value: PositiveCount },
  'area.bases': { title: '认定所在地依据', value: AreaBases },
  'application.count-on': { title: '一年一次的计算口径', value: CountOn },
  'plan.minimums': { title: '计划时限要求', value: PlanMinimums },
  'plan.rules': { title: '计划其他要求与宽严', value: PlanRules },
  'filing.rules': { title: '上报材料的期限和要求', value: FilingRules },
  'training.rules': { title: '培训有效期和宽严', value: TrainingRules },
  'vetting.crime-max-age-days': { title: '无犯罪记录核查结果有效天数', value: PositiveCount },
  'vetting.offence-max-age-days': { title: '性侵违法犯罪信息查询结果有效天数', value: PositiveCount },
  'vetting.paper-validity-days': { title: '纸质无犯罪记录证明有效天数', value: PositiveCount },
  'vetting.purge-after-days': { title: '作出结论后清除核查明细的天数', value: PositiveCount },
  'confirmation.materials': { title: '确认所需材料', value: ConfirmationMaterials },
  'refusal.reasons': { title: '确认未通过与认定未通过原因', value: RefusalReasons },
  'certificate.number-scheme': { title: '证书号码编排', value: CertificateNumberScheme },
  'restriction.entry-days': { title: '限制库录入期限（处罚决定后天数）', value: PositiveCount },
  'restriction.mend-days': { title: '限制库录入错误整改期限（工作日）', value: PositiveCount },
  'certificate.query-daily-limit': { title: '其他查询每日次数', value: PositiveCount },
  'real-name.daily-tries': { title: '实名核验每日次数', value: PositiveCount },
  'sms.limits': { title: '短信验证码限制', value: SmsLimits },
  'retirement-age': { title: '法定退休年龄', value: RetirementAge },
  'appointment.limits': { title: '网上预约次数限制', value: AppointmentLimits },
  'staff.activation-hours': { title: '办公用户激活码有效小时数', value: PositiveCount },
  'staff.renewal-notice-days': { title: '人员备案到期前提醒天数', value: PositiveCount },
  'decision.letter-texts': { title: '认定决定书用语', value: LetterTexts },
  'appeal.window-days': { title: '认定未通过后申请复查的天数', value: PositiveCount },
  'appeal.answer-working-days': { title: '答复复查申请的工作日数', value: PositiveCount },
  'decision.hold-reasons': { title: '暂停办理的原因', value: HoldReasons },
  'office.session-limits': { title: '办公登录时限', value: OfficeSessionLimits },
  'office.address-required': { title: '办公登录是否必须使用登记的地址', value: YesOrNo },
  'supervision.escalate-after-days': { title: '逾期后报上级督办的天数', value: PositiveCount },
  'student.diploma-required-by': { title: '应届毕业生取得毕业证书的期限', value: DiplomaRequiredBy },
  'online.desk': { title: '全程网办', value: OnlineDesk },
  'medical.places': { title: '体检医院与体检表版本', value: MedicalPlaces },
  'notice.second-person-levels': { title: '公告须由另一人审核的机构层级', value: AgencyLevels },
  'message.templates': { title: '留言常用语', value: MessageTemplates },
  'consultation.limits': { title: '咨询投诉举报的期限和次数', value: ConsultationLimits },
  'consultation.templates': { title: '咨询投诉举报的答复常用语', value: ConsultationTemplates },
  'promise.text': { title: '个人承诺书', value: PromiseText },
  'agreement.text': { title: '网上申报协议', value: AgreementText },
  'notice.before-apply': { title: '申请人必读', value: PlainText },
  'notice.step-six': { title: '注意事项', value: PlainText },
  'notice.after-submit': { title: '申报提醒', value: PlainText },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly value: z.ZodType }>>

export type PolicyKey = keyof typeof POLICIES
/** What a rule receives for each key. */
export type PolicyValues = { readonly [Key in PolicyKey]: z.output<(typeof POLICIES)[Key]['value']> }

/** The schemas again, typed so that a generic key gives its own value type. */
const SCHEMAS: { readonly [Key in PolicyKey]: { readonly value: z.ZodType<PolicyValues[Key]> } } = POLICIES

/** True for a key of the registry. */
export function isPolicyKey(key: string): key is PolicyKey {
  return Object.hasOwn(POLICIES, key)
}

/** The value of a row in the shape its key promises; throws ZodError when the row does not fit. */
export function parsePolicyValue<Key extends PolicyKey>(key: Key, value: unknown): PolicyValues[Key] {
  return SCHEMAS[key].value.parse(value)
}

/** `nation`, a region code of GB/T 2260, or one agency. */
export const PolicyScope = z.string().regex(/^(nation|\d{6}|agency:\d{5})$/)
export type PolicyScope = z.infer<typeof PolicyScope>

/** A dated row of the policy table; valid from `effectiveFrom` (included) to `effectiveTo` (excluded, null = open). */
export const PolicyRow = z
  .strictObject({
    key: z.string().refine(isPolicyKey, { error: 'unknown policy key' }),
    scope: PolicyScope,
    effectiveFrom: z.iso.date(),
    effectiveTo: z.iso.date().nullable(),
    value: z.unknown(),
    /** The clause or notice the value rests on; 依据待核 where that is not proven. */
    source: z.string().min(1),
  })
  .refine((row) => row.effectiveTo === null || row.effectiveFrom < row.effectiveTo, {
    error: 'a row must be in force for at least a day',
  })
export type PolicyRow = z.infer<typeof PolicyRow>
