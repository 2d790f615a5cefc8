import { z } from 'zod'
import { AgencyLevel } from '@xingtan/contract/agency-reference'
import { QualificationType } from '@xingtan/contract/qualification'
import { RegionLevel } from '@xingtan/contract/region'
import type { SubjectAlias } from '@xingtan/contract/subject'
import type { Tx } from '../../platform/db.ts'
import { type Sql, sql } from '../../platform/sql.ts'

const Agency = z.object({
  code: z.string(),
  name: z.string(),
  level: AgencyLevel,
  regionCode: z.string(),
  parentCode: z.string().nullable(),
  /** Types it recognises on the day of the transaction. */
  types: z.array(QualificationType),
  status: z.enum(['active', 'succeeded']),
  /** 现接替机构. */
  successorCode: z.string().nullable(),
})
export type Agency = z.infer<typeof Agency>

const Point = z.object({
  id: z.string(),
  agencyCode: z.string(),
  name: z.string(),
  address: z.string(),
  scope: z.string(),
  types: z.array(QualificationType),
  hours: z.string(),
  notices: z.array(z.string()),
})
export type Point = z.infer<typeof Point>

const Region = z.object({ code: z.string(), name: z.string(), level: RegionLevel, parentCode: z.string().nullable() })
export type Region = z.infer<typeof Region>

const Subject = z.object({ code: z.string(), name: z.string() })
export type Subject = z.infer<typeof Subject>

/** Whether the power `p` is held on a day, half-open. */
export function isHeldOnDay(day: string): Sql {
  return sql`p.held_from <= ${day}::date and (p.held_to is null or p.held_to > ${day}::date)`
}

/** Columns of an agency as it stands on a day. */
function agencyOn(day: string): Sql {
  return sql`a.code, a.name, a.level, a.region_code, a.parent_code, a.status, a.successor_code,
    array(select p.qualification_type from agency_powers p where p.agency_code = a.code and ${isHeldOnDay(day)} order by 1) as types`
}

export async function findAgency(tx: Tx, code: string): Promise<Agency | undefined> {
  return tx.find(Agency, sql`select ${agencyOn(tx.today)} from agencies a where a.code = ${code}`)
}

export async function getAgency(tx: Tx, code: string): Promise<Agency> {
  return tx.get(Agency, sql`select ${agencyOn(tx.today)} from agencies a where a.code = ${code}`)
}

export async function findPoint(tx: Tx, pointId: string): Promise<Point | undefined> {
  return tx.find(
    Point,
    sql`select id, agency_code, name, address, scope, types, hours, notices from points where id = ${pointId} and is_active`,
  )
}

export async function getPoint(tx: Tx, pointId: string): Promise<Point> {
  return tx.get(
    Point,
    sql`select id, agency_code, name, address, scope, types, hours, notices from points where id = ${pointId}`,
  )
}

/** Regions right below `parent`, or the provinces. */
export async function listRegionsBelow(tx: Tx, parent: string | null): Promise<Region[]> {
  return tx.list(
    Region,
    sql`select code, name, level, parent_code from regions where parent_code is not distinct from ${parent} and level <> 'nation' order by code`,
  )
}

/** Names from the province down, for example 浙江省 衢州市 柯城区. */
export async function listRegionPath(tx: Tx, code: string): Promise<Region[]> {
  return tx.list(
    Region,
    sql`with recursive up as (
          select code, name, level, parent_code, 0 as depth from regions where code = ${code}
          union all
          select r.code, r.name, r.level, r.parent_code, up.depth + 1 from up join regions r on r.code = up.parent_code
        )
        select code, name, level, parent_code from up order by depth desc`,
  )
}

/**
 * The agency that recognises `type` for people of the region on a day: its own, or the next one above that holds the
 * power; the successor answers for an agency that has ended (教师资格条例 art. 13, domain §2.2).
 */
export async function findRecognisingAgency(
  tx: Tx,
  regionCode: string,
  type: QualificationType,
): Promise<Agency | undefined> {
  const [agency] = await listRecognising(tx, regionCode, [type])
  return agency
}

const RecognisingAgency = Agency.extend({ type: QualificationType })

/** The same for several types at once: who recognises each of them; a type that nobody recognises there is left out. */
export async function listRecognising(
  tx: Tx,
  regionCode: string,
  types: readonly QualificationType[],
): Promise<z.infer<typeof RecognisingAgency>[]> {
  return tx.list(
    RecognisingAgency,
    sql`with recursive up as (
          select code, parent_code, 0 as depth from regions where code = ${regionCode}
          union all
          select r.code, r.parent_code, up.depth + 1 from up join regions r on r.code = up.parent_code
        )
        select ${agencyOn(tx.today)}, found.type
        from (
          select wanted.type, nearest.code from unnest(${[...types]}::smallint[]) wanted (type)
          cross join lateral (
            select answering.code from up
            -- Fenced: the few agencies of a region are found by index, not by a walk through all of them.
            cross join lateral (
              select coalesce(o.successor_code, o.code) as code from agencies o where o.region_code = up.code offset 0) answering
            cross join lateral (
              select 1 from agency_powers p where p.agency_code = answering.code and p.qualification_type = wanted.type
                and ${isHeldOnDay(tx.today)} limit 1) power
            order by up.depth, answering.code limit 1) nearest
        ) found join agencies a on a.code = found.code
        order by found.type`,
  )
}

export async function listSubjects(tx: Tx, type: QualificationType): Promise<Subject[]> {
  return tx.list(
    Subject,
    sql`select code, name from subjects where qualification_type = ${type} and selectable order by code`,
  )
}

export async function findSubject(tx: Tx, type: QualificationType, code: string): Promise<Subject | undefined> {
  return tx.find(
    Subject,
    sql`select code, name from subjects where qualification_type = ${type} and code = ${code} and selectable`,
  )
}

const AliasRow = z.object({ qualificationType: QualificationType, name: z.string(), aliases: z.array(z.string()) })

/** Names of other years that mean the same subject, as `isSameSubject` of the domain takes them. */
export async function listSubjectAliases(tx: Tx, type: QualificationType): Promise<SubjectAlias[]> {
  const rows = await tx.list(
    AliasRow,
    sql`select qualification_type, name, aliases from subject_aliases where qualification_type = ${type}`,
  )
  return rows.map((row) => ({ types: [row.qualificationType], name: row.name, aliases: row.aliases, source: '' }))
}
