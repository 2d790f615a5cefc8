import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Day, Done, Id, Instant, line } from './field.ts'
import { AreaBasis, QualificationType, Route } from './qualification.ts'

/** The five 认定状态 an applicant sees (APP-9); nothing else is ever shown as one. */
export const ApplicationStatus = z.enum([
  'awaiting-confirmation',
  'confirmation-refused',
  'awaiting-approval',
  'recognised',
  'not-recognised',
])
export type ApplicationStatus = z.infer<typeof ApplicationStatus>

export const APPLICATION_STATUS_TITLES: Readonly<Record<ApplicationStatus, string>> = {
  'awaiting-confirmation': '网报待确认',
  'confirmation-refused': '确认未通过',
  'awaiting-approval': '待认定审批',
  recognised: '认定通过',
  'not-recognised': '认定未通过',
}

/** 证书领取方式. */
export const Collection = z.enum(['self', 'mail'], { error: '请选择证书领取方式。' })
export type Collection = z.infer<typeof Collection>
export const COLLECTION_TITLES: Readonly<Record<Collection, string>> = { self: '自取', mail: '邮寄' }

// ── the eight steps as they are saved; every field may still be missing while the draft is being written ──

export const AgreementStep = z.strictObject({
  agreed: z.boolean(),
  /** Separate consent to the sexual-offence query (PIPL art. 29). */
  offenceQueryAuthorised: z.boolean(),
})

export const IdentityStep = z.strictObject({
  route: Route.nullable(),
  examProofId: Id.nullable(),
  putonghuaId: Id.nullable(),
  isStudent: z.boolean().nullable(),
  enrolmentId: Id.nullable(),
  educationId: Id.nullable(),
  degreeId: Id.nullable(),
})

export const AgencyStep = z.strictObject({
  areaBasis: AreaBasis.nullable(),
  /** County-level region of GB/T 2260. */
  regionCode: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
  address: z.string().max(120).nullable(),
  agencyCode: z
    .string()
    .regex(/^\d{5}$/)
    .nullable(),
  qualificationType: QualificationType.nullable(),
  subjectCode: z.string().max(20).nullable(),
  pointId: Id.nullable(),
})

export const ResumeRow = z.strictObject({
  fromMonth: z.string().regex(/^\d{4}-\d{2}$/, { error: '请填写起始年月。' }),
  /** Empty while it lasts (至今). */
  toMonth: z
    .string()
    .regex(/^\d{4}-\d{2}$/, { error: '请填写结束年月。' })
    .nullable(),
  place: line(60, '学习或工作单位'),
  role: line(40, '学习或任职情况'),
  witness: z.string().trim().max(40).nullable(),
})
export type ResumeRow = z.infer<typeof ResumeRow>

export const DetailsStep = z.strictObject({
  photoId: Id.nullable(),
  signatureId: Id.nullable(),
  collection: Collection.nullable(),
  mailingAddress: z.string().max(120).nullable(),
  /** Rows may be incomplete in a draft: they are judged when the step is checked. */
  resume: z
    .array(
      z.strictObject({
        fromMonth: z.string().max(7),
        toMonth: z.string().max(7).nullable(),
        place: z.string().max(120),
        role: z.string().max(80),
        witness: z.string().max(80).nullable(),
      }),
    )
    .max(20),
  workplace: z.string().max(120).nullable(),
  occupationCode: z.string().max(20).nullable(),
  titleCode: z.string().max(20).nullable(),
  politicalStatusCode: z.string().max(20).nullable(),
})

export const ReviewStep = z.strictObject({ confirmed: z.boolean() })
export const NoticesStep = z.strictObject({ read: z.boolean() })
export const PromiseStep = z.strictObject({ agreed: z.boolean().nullable() })

export const DraftSteps = z.strictObject({
  agreement: AgreementStep,
  identity: IdentityStep,
  agency: AgencyStep,
  details: DetailsStep,
  review: ReviewStep,
  notices: NoticesStep,
  promise: PromiseStep,
})
export type DraftSteps = z.infer<typeof DraftSteps>
export const STEP_NAMES = ['agreement', 'identity', 'agency', 'details', 'review', 'notices', 'promise'] as const
export type StepName = (typeof STEP_NAMES)[number]

/** What still stands between a step and being done; `field` is a path inside the step. */
export const StepDefect = z.strictObject({
  step: z.enum(STEP_NAMES),
  field: z.string().nullable(),
  code: z.string(),
  sentence: z.string(),
  basis: z.string().nullable(),
})
export type StepDefect = z.infer<typeof StepDefect>

export const Draft = z.strictObject({
  draftId: Id,
  /** Grows with each save; a save that carries an older one is refused and shows both. */
  version: z.number().int(),
  savedAt: Instant,
  steps: DraftSteps,
  defects: z.array(StepDefect),
  /** Short-lived link to the photo of step 4 for its owner alone, null while there is none. */
  photoUrl: z.string().nullable(),
  /** The accepted handwriting of step 4 in the same way. */
  signatureUrl: z.string().nullable(),
  /** Set while an application in 网报待确认 is being amended (修改). */
  amendsRegistrationNumber: z.string().nullable(),
  /** Present state of the window of the chosen agency, null before one is chosen. */
  window: z
    .strictObject({
      open: z.boolean(),
      opensAt: Instant.nullable(),
      closesAt: Instant.nullable(),
      sentence: z.string(),
    })
    .nullable(),
})
export type Draft = z.infer<typeof Draft>

/** Opens the draft of this person, or the one that is already there: one draft a person (APP-8). */
export const openDraftEndpoint = endpoint({
  name: 'application.open-draft',
  face: 'public',
  method: 'POST',
  path: '/api/drafts',
  permission: 'session',
  input: z.strictObject({}),
  output: z.strictObject({ draftId: Id }),
})

export const getDraftEndpoint = endpoint({
  name: 'application.get-draft',
  face: 'public',
  method: 'GET',
  path: '/api/drafts/:draftId',
  permission: 'session',
  input: z.strictObject({ draftId: Id }),
  output: Draft,
})

/** Saves one step as it stands, complete or not. */
export const saveDraftStepEndpoint = endpoint({
  name: 'application.save-draft-step',
  face: 'public',
  method: 'POST',
  path: '/api/drafts/:draftId/steps',
  permission: 'session',
  input: z.strictObject({
    draftId: Id,
    version: z.number().int(),
    change: z.discriminatedUnion('step', [
      z.strictObject({ step: z.literal('agreement'), value: AgreementStep }),
      z.strictObject({ step: z.literal('identity'), value: IdentityStep }),
      z.strictObject({ step: z.literal('agency'), value: AgencyStep }),
      z.strictObject({ step: z.literal('details'), value: DetailsStep }),
      z.strictObject({ step: z.literal('review'), value: ReviewStep }),
      z.strictObject({ step: z.literal('notices'), value: NoticesStep }),
      z.strictObject({ step: z.literal('promise'), value: PromiseStep }),
    ]),
  }),
  output: z.strictObject({ version: z.number().int(), savedAt: Instant, defects: z.array(StepDefect) }),
})

/** Gives the draft up: disagreeing with the promise in step 7, or by one's own wish (APP-6). */
export const discardDraftEndpoint = endpoint({
  name: 'application.discard-draft',
  face: 'public',
  method: 'POST',
  path: '/api/drafts/:draftId/discard',
  permission: 'session',
  input: z.strictObject({ draftId: Id }),
  output: Done,
})

export const uploadPhotoEndpoint = endpoint({
  name: 'application.upload-photo',
  face: 'public',
  method: 'POST',
  path: '/api/drafts/:draftId/photo',
  permission: 'session',
  body: 'file',
  input: z.strictObject({ draftId: Id }),
  output: z.strictObject({ fileId: Id, width: z.number(), height: z.number(), bytes: z.number() }),
})

/** The three things that make a success together (APP-7). */
export const Receipt = z.strictObject({
  applicationId: Id,
  registrationNumber: z.string(),
  pointName: z.string(),
  pointAddress: z.string(),
  confirmFrom: Instant,
  confirmTo: Instant,
})
export type Receipt = z.infer<typeof Receipt>

export const submitDraftEndpoint = endpoint({
  name: 'application.submit',
  face: 'public',
  method: 'POST',
  path: '/api/drafts/:draftId/submit',
  permission: 'session',
  input: z.strictObject({ draftId: Id, version: z.number().int() }),
  output: Receipt,
})

/** One line of the timeline: done, now, or to come; says who acts and by when (interface.md, case page). */
export const TimelineEntry = z.strictObject({
  title: z.string(),
  state: z.enum(['done', 'now', 'next']),
  at: Instant.nullable(),
  who: z.string().nullable(),
  due: Day.nullable(),
  sentence: z.string().nullable(),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

export const ApplicantAction = z.enum(['amend', 'withdraw', 'preview-form'])
export type ApplicantAction = z.infer<typeof ApplicantAction>

export const ApplicationSummary = z.strictObject({
  applicationId: Id,
  registrationNumber: z.string(),
  status: ApplicationStatus,
  withdrawn: z.boolean(),
  /** One plain sentence under the status word. */
  sentence: z.string(),
  qualificationType: QualificationType,
  subjectName: z.string(),
  /** Who acts now (现承办机构). */
  agencyName: z.string(),
  /** The office that was chosen, when another one has taken the case over. */
  formerAgencyName: z.string().nullable(),
  submittedAt: Instant,
  /** True for the round that is running (当前批次). */
  current: z.boolean(),
  unreadMessages: z.number().int(),
})
export type ApplicationSummary = z.infer<typeof ApplicationSummary>

/** 查询报名信息: the current batch and the history (APP-9). */
export const listApplicationsEndpoint = endpoint({
  name: 'application.list',
  face: 'public',
  method: 'GET',
  path: '/api/me/applications',
  permission: 'session',
  input: z.strictObject({}),
  output: z.strictObject({ applications: z.array(ApplicationSummary) }),
})

export const CaseReason = z.strictObject({
  code: z.string(),
  title: z.string(),
  note: z.string().nullable(),
  basis: z.string().nullable(),
})

/** Everything that was handed in, as label and value in the order of the form. */
export const FactGroup = z.strictObject({
  title: z.string(),
  facts: z.array(z.strictObject({ label: z.string(), value: z.string(), source: z.string().nullable() })),
})

export const ApplicationView = z.strictObject({
  ...ApplicationSummary.shape,
  pointName: z.string(),
  pointAddress: z.string(),
  pointHours: z.string(),
  confirmFrom: Instant,
  confirmTo: Instant,
  /** Time granted to change the application or its materials, with what has to be changed (CNF-4). */
  granted: z.strictObject({ dueOn: Day, isOver: z.boolean(), note: z.string().nullable() }).nullable(),
  /** What to bring, computed for this case (APP-14). */
  materials: z.array(z.strictObject({ name: z.string(), why: z.string(), needed: z.boolean() })),
  groups: z.array(FactGroup),
  photoUrl: z.string().nullable(),
  signatureUrl: z.string().nullable(),
  timeline: z.array(TimelineEntry),
  reasons: z.array(CaseReason),
  /** Legal remedy text, on a refusal. */
  remedy: z.string().nullable(),
  messages: z.array(z.strictObject({ at: Instant, from: z.string(), text: z.string() })),
  certificate: z.strictObject({ certificateId: Id, number: z.string(), issuedOn: Day }).nullable(),
  /** 申请过复查: what was answered stays to be read, also while the conclusion is taken back. */
  askedForReview: z.boolean(),
  actions: z.array(ApplicantAction),
})
export type ApplicationView = z.infer<typeof ApplicationView>

export const getApplicationEndpoint = endpoint({
  name: 'application.get',
  face: 'public',
  method: 'GET',
  path: '/api/me/applications/:applicationId',
  permission: 'session',
  input: z.strictObject({ applicationId: Id }),
  output: ApplicationView,
})

/** 修改: lays the application into the draft again; only in 网报待确认 (APP-10). */
export const amendApplicationEndpoint = endpoint({
  name: 'application.amend',
  face: 'public',
  method: 'POST',
  path: '/api/me/applications/:applicationId/amend',
  permission: 'session',
  input: z.strictObject({ applicationId: Id }),
  output: z.strictObject({ draftId: Id }),
})

export const withdrawApplicationEndpoint = endpoint({
  name: 'application.withdraw',
  face: 'public',
  method: 'POST',
  path: '/api/me/applications/:applicationId/withdraw',
  permission: 'session',
  input: z.strictObject({ applicationId: Id }),
  output: Done,
})

/** 申请表预览: asks for the PDF; it is made by a job (APP-10). */
export const requestFormPreviewEndpoint = endpoint({
  name: 'application.request-form-preview',
  face: 'public',
  method: 'POST',
  path: '/api/me/applications/:applicationId/form',
  permission: 'session',
  input: z.strictObject({ applicationId: Id }),
  output: z.strictObject({ documentId: Id }),
})

export const DocumentState = z.strictObject({
  documentId: Id,
  state: z.enum(['waiting', 'ready', 'failed']),
  /** Short-lived link for its owner alone (S-047). */
  url: z.string().nullable(),
})
export type DocumentState = z.infer<typeof DocumentState>

export const getDocumentEndpoint = endpoint({
  name: 'application.get-document',
  face: 'public',
  method: 'GET',
  path: '/api/me/documents/:documentId',
  permission: 'session',
  input: z.strictObject({ documentId: Id }),
  output: DocumentState,
})
