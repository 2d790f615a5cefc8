import { z } from 'zod'
import { DraftSteps, FactGroup } from '@xingtan/contract/application'
import { DocumentType } from '@xingtan/contract/document'
import { MachineState } from '@xingtan/contract/evidence'
import { DegreeFacts, EducationFacts, EnrolmentFacts, ExamProofFacts, PutonghuaFacts } from '../evidence/index.ts'

function record<Facts extends z.ZodType>(facts: Facts) {
  return z.object({ id: z.string(), state: MachineState, facts }).nullable()
}

/**
 * What was handed in, frozen as `applications.snapshot`: the steps as the person left them and every chosen record as
 * it stood. Number and phone are not in here; they stand sealed in columns of their own.
 */
export const Snapshot = z.object({
  /** Legal day on which this content was handed in, first or amended: the day whose policies the case is pinned to. */
  handedInOn: z.iso.date().optional(),
  steps: DraftSteps,
  person: z.object({
    documentType: DocumentType,
    maskedNumber: z.string(),
    ethnicGroup: z.string(),
  }),
  agencyName: z.string(),
  pointName: z.string(),
  pointAddress: z.string(),
  /** When the point confirms, as it was planned then. */
  confirmFrom: z.iso.datetime(),
  confirmTo: z.iso.datetime(),
  /** Names from the province down. */
  regionPath: z.string(),
  examProof: record(ExamProofFacts),
  putonghua: record(PutonghuaFacts),
  enrolment: record(EnrolmentFacts),
  education: record(EducationFacts),
  degree: record(DegreeFacts),
  photoHash: z.string(),
  signature: z.object({ hash: z.string(), promiseVersion: z.string(), signedAt: z.iso.datetime() }),
  /** The same as label and value in the order of the form, for people. */
  groups: z.array(FactGroup),
})
export type Snapshot = z.infer<typeof Snapshot>
