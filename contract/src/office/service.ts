import { z } from 'zod'
import { DocumentType } from '../document.ts'
import { endpoint } from '../endpoint.ts'
import { Done, Id, Instant, Page, line } from '../field.ts'
import { EthnicGroupCode } from '../person-code.ts'
import { CorrectionField, ServiceKind, ServiceState } from '../service.ts'

/** Papers with a photo that prove who stands at the desk. */
export const SeenDocument = z.enum(['resident-id', 'temporary-id', 'passport', 'residence-permit', 'travel-permit'])
export type SeenDocument = z.infer<typeof SeenDocument>

export const SEEN_DOCUMENT_TITLES: Readonly<Record<SeenDocument, string>> = {
  'resident-id': '居民身份证',
  'temporary-id': '临时居民身份证',
  passport: '护照',
  'residence-permit': '港澳台居民居住证',
  'travel-permit': '港澳台居民来往内地（大陆）通行证',
}

/**
 * 更换手机号码 for a person who stands at the desk: the paper is looked at, the old channels are told, and nothing
 * happens for 72 hours (ACC-7, S-018). POST, so that no number stands in an address (S-125).
 */
export const openRecoveryEndpoint = endpoint({
  name: 'service.open-recovery',
  face: 'office',
  method: 'POST',
  path: '/api/service-requests/recovery',
  permission: 'account.serve',
  needsKey: true,
  input: z.strictObject({
    documentType: DocumentType,
    documentNumber: line(30, '证件号码'),
    name: line(60, '姓名'),
    newPhone: z.string().regex(/^1[3-9]\d{9}$/, { error: '请填写 11 位手机号码。' }),
    documentSeen: SeenDocument,
    /** The officer has compared the face with the paper and the photo. */
    isPersonPresent: z.literal(true, { error: '请当面核对本人与证件后再办理。' }),
  }),
  output: z.strictObject({ requestId: Id, number: z.string(), effectiveAt: Instant }),
})

const ServiceRow = z.strictObject({
  requestId: Id,
  number: z.string(),
  kind: ServiceKind,
  state: ServiceState,
  name: z.string(),
  maskedDocumentNumber: z.string(),
  field: CorrectionField.nullable(),
  openedAt: Instant,
  effectiveAt: Instant.nullable(),
})
export type ServiceRow = z.infer<typeof ServiceRow>

/** Requests of one's own agency; waiting ones oldest first, closed ones newest first; keyset paged. */
export const listServiceRequestsEndpoint = endpoint({
  name: 'service.list',
  face: 'office',
  method: 'GET',
  path: '/api/service-requests',
  permission: 'account.serve',
  input: z.strictObject({ state: z.enum(['waiting', 'closed']), ...Page }),
  output: z.strictObject({ rows: z.array(ServiceRow), after: z.string().nullable() }),
})

export const getServiceRequestEndpoint = endpoint({
  name: 'service.get',
  face: 'office',
  method: 'GET',
  path: '/api/service-requests/:requestId',
  permission: 'account.serve',
  input: z.strictObject({ requestId: Id }),
  output: z.strictObject({
    ...ServiceRow.shape,
    wish: z.string().nullable(),
    ethnicGroup: z.string().nullable(),
    maskedOldPhone: z.string(),
    maskedNewPhone: z.string().nullable(),
    documentSeen: SeenDocument.nullable(),
    answer: z.string().nullable(),
    closedAt: Instant.nullable(),
  }),
})

/** The outcome of a correction, with an answer the person reads; 民族 is the one entry an office writes itself. */
export const answerCorrectionEndpoint = endpoint({
  name: 'service.answer-correction',
  face: 'office',
  method: 'POST',
  path: '/api/service-requests/:requestId/answer',
  permission: 'account.serve',
  input: z.strictObject({
    requestId: Id,
    outcome: z.enum(['done', 'declined']),
    answer: line(300, '答复'),
    ethnicGroup: EthnicGroupCode.nullable(),
  }),
  output: Done,
})
