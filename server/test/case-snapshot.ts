import type { Snapshot } from '../src/modules/case/index.ts'

export interface SnapshotWish {
  readonly agencyCode: string
  readonly pointId: string
  readonly putonghuaId: string
  readonly educationId: string
  readonly isStudent: boolean
}

/** What a synthetic person handed in: a primary-school subject by the national examination. */
export function makeSnapshot({ agencyCode, pointId, putonghuaId, educationId, isStudent }: SnapshotWish): Snapshot {
  return {
    steps: {
      agreement: { agreed: true, offenceQueryAuthorised: true },
      identity: {
        route: 'national-exam',
        examProofId: null,
        putonghuaId,
        isStudent,
        enrolmentId: null,
        educationId: isStudent ? null : educationId,
        degreeId: null,
      },
      agency: {
        areaBasis: 'hukou',
        regionCode: '330802',
        address: '演示路1号',
        agencyCode,
        qualificationType: 2,
        subjectCode: '0201',
        pointId,
      },
      details: {
        photoId: null,
        signatureId: null,
        collection: 'self',
        mailingAddress: null,
        resume: [],
        workplace: '无',
        occupationCode: '12',
        titleCode: '00',
        politicalStatusCode: '13',
      },
      review: { confirmed: true },
      notices: { read: true },
      promise: { agreed: true },
    },
    person: { documentType: 'resident-id', maskedNumber: '330802********0000', ethnicGroup: '01' },
    agencyName: '柯城区教育局',
    pointName: '演示确认点',
    pointAddress: '演示路1号',
    confirmFrom: '2026-10-12T01:00:00.000Z',
    confirmTo: '2026-10-30T09:00:00.000Z',
    regionPath: '浙江省衢州市柯城区',
    examProof: null,
    putonghua: null,
    enrolment: null,
    education: null,
    degree: null,
    photoHash: 'a'.repeat(64),
    signature: { hash: 'b'.repeat(64), promiseVersion: 'promise', signedAt: '2026-10-12T01:00:00.000Z' },
    groups: [{ title: '认定信息', facts: [{ label: '资格种类', value: '小学教师资格', source: null }] }],
  }
}
