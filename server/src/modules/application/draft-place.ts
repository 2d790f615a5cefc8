import type { DraftFacts } from '@xingtan/domain/application-draft'
import { personKindsOf } from '@xingtan/domain/plan-phase'
import type { Tx } from '../../platform/db.ts'
import {
  type Agency,
  type Point,
  findAgency,
  findPoint,
  findRecognisingAgency,
  findSubject,
  listSubjectAliases,
} from '../agency/index.ts'
import { type Opening, loadAgencyPlan } from '../plan/index.ts'
import type { DraftRow } from './sql-draft.ts'

/** What a draft says about the place, with everything its codes stand for. */
export interface Place {
  readonly agency: Agency | null
  readonly point: Point | null
  /** Window of the chosen agency and point as it is for this person, null before an agency is chosen. */
  readonly opening: Opening | null
  readonly pointAgencyCode: string | null
  readonly recognisingAgencyCode: string | null
  readonly subjectName: string | null
  readonly subjectAliases: DraftFacts['subjectAliases']
}

/** Resolves the agency, point and subject of a draft, and when this kind of person may hand in there. */
export async function loadPlace(
  tx: Tx,
  { steps }: DraftRow,
  records: Pick<DraftFacts, 'enrolment' | 'education'>,
): Promise<Place> {
  const { agencyCode, pointId, regionCode, qualificationType: type, subjectCode } = steps.agency
  const { isStudent, route } = steps.identity
  const agency = agencyCode === null ? undefined : await findAgency(tx, agencyCode)
  const point = pointId === null ? undefined : await findPoint(tx, pointId)
  const plan = agency === undefined ? undefined : await loadAgencyPlan(tx, agency.code)
  const applicant = { route, personKinds: personKindsOf({ isStudent, ...records }) }
  const isScheduled = plan?.schedules.some((schedule) => schedule.pointId === pointId) === true
  const takesType = type === null || point?.types.includes(type) === true
  const subject = type === null || subjectCode === null ? undefined : await findSubject(tx, type, subjectCode)
  return {
    agency: agency ?? null,
    point: point ?? null,
    opening: plan?.openingOf('network', pointId ?? undefined, applicant) ?? null,
    pointAgencyCode: point !== undefined && isScheduled && takesType ? point.agencyCode : null,
    recognisingAgencyCode:
      regionCode === null || type === null ? null : ((await findRecognisingAgency(tx, regionCode, type))?.code ?? null),
    subjectName: subject?.name ?? null,
    subjectAliases: type === null ? [] : await listSubjectAliases(tx, type),
  }
}
