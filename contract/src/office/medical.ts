import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Day, Done, Id, Instant, line } from '../field.ts'

const Conclusion = z.enum(['qualified', 'unqualified'])

/** Hospitals the agency has named, the forms it takes, and what the newest conclusion of a case is (CNF-5). */
export const getMedicalEndpoint = endpoint({
  name: 'medical.get',
  face: 'office',
  method: 'GET',
  path: '/api/medical',
  permission: 'medical.record',
  input: z.strictObject({ applicationId: Id.optional() }),
  output: z.strictObject({
    hospitals: z.array(z.strictObject({ name: z.string(), address: z.string(), dailyCapacity: z.number().int() })),
    formVersions: z.array(z.string()),
    validityDays: z.number().int(),
    record: z
      .strictObject({ conclusion: Conclusion, examinedOn: Day, hospital: z.string(), formVersion: z.string() })
      .nullable(),
  }),
})

/** 体检结论 of one case ahead of the confirmation. */
export const recordMedicalEndpoint = endpoint({
  name: 'medical.record',
  face: 'office',
  method: 'POST',
  path: '/api/cases/:applicationId/medical',
  permission: 'medical.record',
  input: z.strictObject({
    applicationId: Id,
    version: z.number().int(),
    conclusion: Conclusion,
    examinedOn: Day,
    hospital: line(60, '体检医院'),
    formVersion: line(20, '体检表版本'),
  }),
  output: z.strictObject({ version: z.number().int() }),
})

export const MedicalRowResult = z.strictObject({
  /** As the spreadsheet shows it. */
  row: z.number().int(),
  outcome: z.enum(['matched', 'unmatched', 'invalid']),
  sentence: z.string(),
})

/** Excel of a hospital: a dry run says what each row would do; the real run takes nothing while a row is invalid. */
export const importMedicalEndpoint = endpoint({
  name: 'medical.import',
  face: 'office',
  method: 'POST',
  path: '/api/medical/imports',
  permission: 'medical.record',
  body: 'file',
  input: z.strictObject({ dryRun: z.enum(['true', 'false']) }),
  output: z.strictObject({
    rowCount: z.number().int(),
    matched: z.number().int(),
    unmatched: z.number().int(),
    invalid: z.number().int(),
    /** Rows that need attention; rows that match are only counted. */
    rows: z.array(MedicalRowResult),
    isDone: z.boolean(),
  }),
})

/** The empty sheet hospitals fill in. */
export const getMedicalTemplateEndpoint = endpoint({
  name: 'medical.get-template',
  face: 'office',
  method: 'GET',
  path: '/api/medical/template',
  permission: 'medical.record',
  input: z.strictObject({}),
  output: z.unknown(),
  reply: 'binary',
})

export const UNMATCHED_TITLES = {
  'not-found': '没有找到这份申请',
  'name-differs': '姓名与申请不一致',
  several: '找到多份申请',
} as const

export const MedicalUnmatched = z.strictObject({
  unmatchedId: Id,
  row: z.number().int(),
  /** Masked when it is a document number. */
  key: z.string(),
  name: z.string(),
  conclusion: Conclusion,
  examinedOn: Day,
  hospital: z.string(),
  problem: z.enum(['not-found', 'name-differs', 'several']),
  importedAt: Instant,
})

/** Rows that belong to no case yet: the work list. */
export const listMedicalUnmatchedEndpoint = endpoint({
  name: 'medical.list-unmatched',
  face: 'office',
  method: 'GET',
  path: '/api/medical/unmatched',
  permission: 'medical.record',
  input: z.strictObject({ after: z.string().max(200).optional() }),
  output: z.strictObject({ rows: z.array(MedicalUnmatched), after: z.string().nullable() }),
})

/** Gives a row to the case of this 报名号, or lays it aside. */
export const solveMedicalUnmatchedEndpoint = endpoint({
  name: 'medical.solve-unmatched',
  face: 'office',
  method: 'POST',
  path: '/api/medical/unmatched/:unmatchedId/solve',
  permission: 'medical.record',
  input: z.strictObject({ unmatchedId: Id, registrationNumber: line(20, '报名号').nullable() }),
  output: Done,
})
