import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

/** When a case came to its end, whatever end that was. */
const endedAt = sql`coalesce(a.concluded_at, a.withdrawn_at, a.confirmed_at)`

const unpurged = sql`(exists (select 1 from vetting_requests r where r.application_id = a.id and r.purged_at is null)
  or exists (select 1 from vetting_papers v where v.application_id = a.id and v.purged_at is null))`

/** Nobody who has to answer about the conclusion loses what it rested on (APP-15). */
const settled = sql`not exists (select 1 from review_requests q where q.application_id = a.id and q.outcome is null)
  and not exists (select 1 from conclusion_corrections c where c.application_id = a.id and c.state = 'proposed')`

const Agency = z.object({ agencyCode: z.string() })

/** Agencies with closed cases whose details are still there. */
export async function listAgenciesToPurge(tx: Tx): Promise<string[]> {
  const rows = await tx.list(
    Agency,
    sql`select distinct a.agency_code from applications a where a.stage = 'closed' and ${unpurged} and ${settled} order by 1`,
  )
  return rows.map((row) => row.agencyCode)
}

const Id = z.object({ id: z.string() })

/** Closed cases of an agency that ended before the instant, under their locks. */
export async function lockCasesToPurge(
  tx: Tx,
  { agencyCode, before, limit }: { readonly agencyCode: string; readonly before: Date; readonly limit: number },
): Promise<string[]> {
  const rows = await tx.list(
    Id,
    sql`select a.id from applications a
        where a.agency_code = ${agencyCode} and a.stage = 'closed' and ${endedAt} < ${before} and ${unpurged} and ${settled}
        order by a.id limit ${limit} for update of a skip locked`,
  )
  return rows.map((row) => row.id)
}

const Answer = z.object({ id: z.string(), hadDetail: z.boolean() })

/** Clear stays clear (I-10); of every other answer only its instants and its hash remain. */
export async function purgeAnswers(tx: Tx, caseIds: readonly string[]): Promise<z.infer<typeof Answer>[]> {
  return tx.list(
    Answer,
    sql`update vetting_requests r set state = case when r.state = 'clear' then 'clear' else 'purged' end,
          detail_sealed = null, purged_at = ${tx.now}
        from vetting_requests old where old.id = r.id
          and r.application_id = any(${[...caseIds]}) and r.purged_at is null
        returning r.id, old.detail_sealed is not null as had_detail`,
  )
}

/** The finding leaves the facts of the closed case as well. */
export async function clearFindings(tx: Tx, caseIds: readonly string[]): Promise<void> {
  await tx.run(sql`update applications set vetting_hit = false where id = any(${[...caseIds]}) and vetting_hit`)
}

/** Papers lose everything but their kind and their days; their scans are taken out of reach at once. */
export async function purgePapers(tx: Tx, caseIds: readonly string[]): Promise<number> {
  await tx.run(sql`
    update files set removed_at = ${tx.now} where removed_at is null and id in (
      select scan_file_id from vetting_papers where application_id = any(${[...caseIds]}) and purged_at is null)`)
  return tx.run(sql`
    update vetting_papers set issuer = null, number_sealed = null, reason = null, reject_reason = null, purged_at = ${tx.now}
    where application_id = any(${[...caseIds]}) and purged_at is null`)
}

/** Batches in which everybody is purged lose the reference of the source. */
export async function purgeBatches(tx: Tx, requestIds: readonly string[]): Promise<number> {
  return tx.run(sql`
    update vetting_batches b set receipt = null, purged_at = ${tx.now},
      state = case when b.state in ('waiting', 'sent') then 'answered' else b.state end,
      answered_at = coalesce(b.answered_at, ${tx.now})
    where b.purged_at is null and b.id in (select batch_id from vetting_requests where id = any(${[...requestIds]}))
      and not exists (select 1 from vetting_requests r where r.batch_id = b.id and r.purged_at is null)`)
}

/** What answer files said of these people, and of nobody at all once their batch is purged. */
export async function purgeMismatches(tx: Tx, requestIds: readonly string[]): Promise<number> {
  return tx.run(sql`
    update vetting_mismatches m set said_sealed = null, note = null, purged_at = ${tx.now},
      state = case when m.state = 'open' then 'answered' else m.state end, settled_at = coalesce(m.settled_at, ${tx.now})
    where m.purged_at is null and (m.request_id = any(${[...requestIds]}) or m.request_id is null and exists (
      select 1 from vetting_batches b where b.id = m.batch_id and b.purged_at is not null
        and b.id in (select batch_id from vetting_requests where id = any(${[...requestIds]}))))`)
}

export interface PurgeReport {
  readonly id: string
  readonly agencyCode: string
  readonly cases: number
  readonly answers: number
  readonly details: number
  readonly papers: number
  readonly mismatches: number
  readonly batches: number
}

export async function insertPurge(tx: Tx, report: PurgeReport): Promise<void> {
  await tx.run(sql`
    insert into vetting_purges (id, agency_code, purged_at, cases, answers, details, papers, mismatches, batches)
    values (${report.id}, ${report.agencyCode}, ${tx.now}, ${report.cases}, ${report.answers}, ${report.details},
      ${report.papers}, ${report.mismatches}, ${report.batches})`)
}

const Purge = z.object({
  id: z.string(),
  purgedAt: z.date(),
  cases: z.number(),
  answers: z.number(),
  details: z.number(),
  papers: z.number(),
  mismatches: z.number(),
  batches: z.number(),
})

/** The newest reports of one's own agency. */
export async function listPurges(tx: Tx): Promise<z.infer<typeof Purge>[]> {
  return tx.list(
    Purge,
    sql`select id, purged_at, cases, answers, details, papers, mismatches, batches from vetting_purges
        where agency_code = app_agency_code() order by purged_at desc, id limit 50`,
  )
}

const Scan = z.object({ paperId: z.string(), hash: z.string(), isShared: z.boolean() })

/** Scans of purged papers whose bytes still lie in the store; shared ones are somebody else's file as well. */
export async function listScansToErase(tx: Tx, limit: number): Promise<z.infer<typeof Scan>[]> {
  return tx.list(
    Scan,
    sql`select v.id as paper_id, f.hash,
          exists (select 1 from files other where other.hash = f.hash and other.removed_at is null) as is_shared
        from vetting_papers v join files f on f.id = v.scan_file_id
        where v.purged_at is not null and v.scan_erased_at is null order by v.id limit ${limit}`,
  )
}

export async function markScansErased(tx: Tx, paperIds: readonly string[]): Promise<void> {
  await tx.run(sql`update vetting_papers set scan_erased_at = ${tx.now} where id = any(${[...paperIds]})`)
}
