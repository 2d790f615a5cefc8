import { z } from 'zod'
import { AuthorityName } from './authority-name.ts'
import { VettingResult } from './batch.ts'
import { DegreeRecord, EducationRecord, EnrolmentRecord } from './chsi.ts'
import { ExamProofRecord } from './exam.ts'
import { PutonghuaRecord } from './putonghua.ts'

/** What is special about a synthetic person; journeys and the demonstration pick people by it. */
export const Scenario = z.enum([
  'graduate',
  'final-term',
  'postgraduate',
  'two-proofs',
  'no-proof',
  'proof-expired',
  'name-differs-police',
  'name-differs-exam',
  'name-differs-chsi',
  'name-differs-putonghua',
  'putonghua-low',
  'putonghua-before-2007',
  'enrolment-suspended',
  'education-unfinished',
  'education-too-low',
  'degree-missing',
  'past-retirement',
  'restricted',
  'crime-record',
  'offence-hit',
  'vetting-error',
  'rare-name',
  'source-down',
  'deceased',
  'unknown-to-police',
])
export type Scenario = z.infer<typeof Scenario>

/** A bar of the national restriction database; the server seeds its own table with it (`domain.md` §3). */
export const SandboxRestriction = z.object({
  kind: z.enum(['lost', 'revoked-fraud', 'revoked-conduct', 'exam-cheat']),
  startsOn: z.iso.date(),
  /** First day without the bar; null for life. */
  endsOn: z.iso.date().nullable(),
})
export type SandboxRestriction = z.infer<typeof SandboxRestriction>

/** A synthetic life: everything the authorities know of one person. Sequence digits 996–999 (`domain.md` §16.1). */
export const SandboxPerson = z.object({
  number: z.string(),
  name: z.string(),
  sex: z.enum(['男', '女']),
  birthOn: z.iso.date(),
  areaCode: z.string(),
  areaName: z.string(),
  phone: z.string(),
  email: z.string(),
  scenario: Scenario,
  scenarioTitle: z.string(),
  /** The name a source knows where it differs from the person's own. */
  namesAt: z.partialRecord(AuthorityName, z.string()),
  /** Sources that break down whenever they are asked about this person. */
  downAt: z.array(AuthorityName),
  police: z.enum(['alive', 'cancelled', 'unknown']),
  proofs: z.array(ExamProofRecord),
  putonghua: z.array(PutonghuaRecord),
  enrolment: EnrolmentRecord.nullable(),
  educations: z.array(EducationRecord),
  degrees: z.array(DegreeRecord),
  /** The diploma of a student in the last term; becomes part of the above when it is issued. */
  pendingDiploma: z.object({ education: EducationRecord, degree: DegreeRecord.nullable() }).nullable(),
  crime: VettingResult,
  offence: VettingResult,
  restriction: SandboxRestriction.nullable(),
})
export type SandboxPerson = z.infer<typeof SandboxPerson>

/** `GET /people.json` and `GET /people?scenario=…&qualificationType=…&areaCode=…&diploma=…`. */
export const SandboxPeople = z.object({ today: z.iso.date(), people: z.array(SandboxPerson) })
export type SandboxPeople = z.infer<typeof SandboxPeople>
