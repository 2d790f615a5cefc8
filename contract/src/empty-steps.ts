import type { DraftSteps } from './application.ts'

/** A draft in which nothing has been written yet. */
export const EMPTY_STEPS: DraftSteps = {
  agreement: { agreed: false, offenceQueryAuthorised: false },
  identity: {
    route: null,
    examProofId: null,
    putonghuaId: null,
    isStudent: null,
    enrolmentId: null,
    educationId: null,
    degreeId: null,
  },
  agency: {
    areaBasis: null,
    regionCode: null,
    address: null,
    agencyCode: null,
    qualificationType: null,
    subjectCode: null,
    pointId: null,
  },
  details: {
    photoId: null,
    signatureId: null,
    collection: null,
    mailingAddress: null,
    resume: [],
    workplace: null,
    occupationCode: null,
    titleCode: null,
    politicalStatusCode: null,
  },
  review: { confirmed: false },
  notices: { read: false },
  promise: { agreed: null },
}
