import { z } from 'zod'
import { AgencyLevel } from './agency-reference.ts'
import { PutonghuaGrade } from './evidence.ts'
import { EducationLevel } from './person-code.ts'
import { AreaBasis, QualificationType } from './qualification.ts'

const Count = z.number().int().min(1)
const Month = z.string().regex(/^\d{4}-\d{2}$/)

/** A value for each of the seven types; keys are the type digits. */
function byType<Value extends z.ZodType>(value: Value) {
  return z.strictObject({ 1: value, 2: value, 3: value, 4: value, 5: value, 6: value, 7: value })
}

/** Photo rule; every bound is inclusive, so 「大于 290 小于 300」 reads 291 to 299 and 「小于 190k」 reads 194,559. */
export const PhotoLimits = z
  .strictObject({
    maxBytes: Count,
    widthMin: Count,
    widthMax: Count,
    heightMin: Count,
    heightMax: Count,
    background: z.enum(['white', 'any']),
    /** What the browser aims at when it crops and compresses, well inside `maxBytes`. */
    targetBytes: Count,
  })
  .refine((limits) => limits.widthMin <= limits.widthMax && limits.heightMin <= limits.heightMax, {
    error: 'the lower bound is above the upper one',
  })
  .refine((limits) => limits.targetBytes <= limits.maxBytes, { error: 'the target is above the limit' })

/** Lowest 学历 by type; graduates of normal majors (师范类专业) may have a lower bound than others. */
export const DegreeMinimum = byType(
  z.strictObject({
    normalMajor: EducationLevel,
    otherMajor: EducationLevel,
    /** 条例 art. 7: also 助理工程师 or 中级工 and above. */
    skillRequired: z.boolean(),
  }),
)

/** Lowest Putonghua grade by type, higher grades for some subjects, and the age from which no certificate is asked. */
export const PutonghuaFloor = z.strictObject({
  byType: byType(PutonghuaGrade),
  raises: z.array(
    z.strictObject({ types: z.array(QualificationType).min(1), subjectName: z.string().min(1), grade: PutonghuaGrade }),
  ),
  exemptFromAge: Count.nullable(),
})

/** 认定所在地依据 that are accepted, and in which half-year fresh graduates may apply on the ground of their school. */
export const AreaBases = z.strictObject({
  allowed: z.array(AreaBasis).min(1),
  freshGraduateRounds: z.array(z.enum(['spring', 'autumn'])),
  residencePermitReceipt: z.boolean(),
  upgradeStudents: z.boolean(),
})

/** Whether one recognition a calendar year counts the application or its success (`domain.md` §3). */
export const CountOn = z.enum(['APPLY', 'PASS'])

export const PlanMinimums = z.strictObject({
  networkWorkingDays: Count,
  confirmWorkingDays: Count,
  /** Latest conclusion, in working days after confirmation ends. */
  decisionWorkingDays: Count,
  endsOnWorkingDay: z.boolean(),
  startsOnWorkingDay: z.boolean(),
  /** `warn` asks for a justification and the approval of the province. */
  severity: z.enum(['block', 'warn']),
})

const Severity = z.enum(['block', 'warn'])

/** What else a plan is judged by, and how strictly (`domain.md` §8.4). */
export const PlanRules = z.strictObject({
  roundsPerYear: Count,
  /** Whether an unfinished application goes over to the next round without being entered again. */
  carriesOver: z.boolean(),
  /** 公示 of registration conclusions, in calendar days. */
  publicityDays: Count,
  severity: z.strictObject({
    filing: Severity,
    training: Severity,
    capacity: Severity,
    point: Severity,
    deadline: Severity,
    confirmOrder: Severity,
    rounds: Severity,
  }),
})

/** When filings are due before a year, a round or an announcement, and what a notice has to say (PLN-2). */
export const FilingRules = z.strictObject({
  /** Month and day by which the 网报及培训计划表 of a year is due. */
  planTableBy: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { error: '请填写月和日，例如 02-28。' }),
  noticeDaysBefore: Count,
  /** Only where the province has not set the day of the announcement. */
  schemeDaysBefore: Count,
  remindDaysBefore: Count,
  /** Each has to be said in one of its wordings; blanks and case do not matter. */
  photoWords: z.array(z.strictObject({ name: z.string().min(1), wordings: z.array(z.string().min(1)).min(1) })),
})

/** Facts of a case that make a paper unnecessary (教资字〔2020〕1号: compared electronically, not handed in again). */
export const EvidenceFact = z.enum([
  'identity-verified',
  'enrolment-verified',
  'education-verified',
  'degree-verified',
  'putonghua-verified',
  'exam-proof-verified',
  'exempt-proof-verified',
])
export type EvidenceFact = z.infer<typeof EvidenceFact>

/** Who has to bring a material at all. */
export const MaterialCondition = z.enum([
  'everyone',
  'hukou',
  'residence-permit',
  'student',
  'military',
  'graduate',
  'national-exam',
  'exempt-reform',
  'skill-required',
])

export const ConfirmationMaterials = z.array(
  z.strictObject({
    code: z.string().regex(/^[a-z][a-z-]*$/),
    name: z.string().min(1),
    form: z.enum(['paper', 'electronic']),
    neededFor: MaterialCondition,
    /** The material falls away when this fact holds; null when it is always looked at. */
    unnecessaryWhen: EvidenceFact.nullable(),
    note: z.string().regex(/。$/),
  }),
)

export const RefusalReasons = z.array(
  z.strictObject({
    code: z.string().regex(/^[a-z][a-z-]*$/),
    sentence: z.string().regex(/。$/),
    remedy: z.string().regex(/。$/),
    stages: z.array(z.enum(['confirm', 'conclude'])).min(1),
    basis: z.string().min(1),
  }),
)

export const CertificateNumberScheme = z.strictObject({
  digits: z.literal(17),
  serialDigits: z.literal(6),
  serialScope: z.literal('agency-and-year'),
  sexDigits: z.strictObject({ male: z.enum(['0', '1']), female: z.enum(['1', '2']) }),
})

export const SmsLimits = z.strictObject({
  resendSeconds: Count,
  perPhonePerDay: Count,
  perDevicePerDay: Count,
  codeMinutes: Count,
  codeTries: Count,
})

/** 法定退休年龄 in months of life: `from` before the reform, one month more every `step` months of birth, at most `to`. */
const RetirementTrack = z.strictObject({ from: Count, to: Count, step: Count, firstBirthMonth: Month })
export const RetirementAge = z.strictObject({
  male: RetirementTrack,
  /** Women whose age was 55 before the reform. */
  femaleCadre: RetirementTrack,
  /** Women whose age was 50 before the reform. */
  femaleWorker: RetirementTrack,
  /** Track used for women, since no rule says which one an applicant is on. */
  femaleTrack: z.enum(['femaleCadre', 'femaleWorker']),
})

/** When a final-term student must have the diploma, and what happens without it. */
export const DiplomaRequiredBy = z.strictObject({
  /** `conclusion`: before the conclusion is drawn; `day`: on `on` at the latest. */
  by: z.enum(['conclusion', 'day']),
  on: z.iso.date().nullable(),
  otherwise: z.enum(['refuse', 'hold']),
})

/** How long an office session lives: an agency may be stricter than 15 minutes idle and 12 hours in all, never laxer. */
export const OfficeSessionLimits = z.strictObject({
  idleMinutes: z.number().int().min(1).max(15),
  totalHours: z.number().int().min(1).max(12),
})

export const YesOrNo = z.boolean()

/** Sentences of a decision letter; what a person can do against it stands in `remedy`. */
export const LetterTexts = z.strictObject({
  recognised: z.string().regex(/。$/),
  notRecognised: z.string().regex(/。$/),
  remedy: z.string().regex(/。$/),
})

/** Why a case may be held, and whether the legal clock stands still meanwhile (行政许可法 art. 45). */
export const HoldReasons = z.array(
  z.strictObject({
    code: z.string().regex(/^[a-z][a-z-]*$/),
    title: z.string().min(1),
    stopsClock: z.boolean(),
    basis: z.string().min(1),
  }),
)

export const PositiveCount = Count

/** Levels of agencies; may be none. */
export const AgencyLevels = z.array(AgencyLevel)

/** 网上预约: after this many cancellations or changes within the days one waits; movers of a changed plan go first. */
export const AppointmentLimits = z.strictObject({
  endings: Count,
  withinDays: Count,
  coolDownHours: Count,
  moveFirstHours: Count,
})

/** How long a training counts, and what its lack means for each kind of work (PLN-7). */
export const TrainingRules = z.strictObject({
  validDays: PositiveCount,
  confirm: Severity,
  print: Severity,
  sticker: Severity,
})
