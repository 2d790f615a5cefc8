import { z } from 'zod'
import { ProposalKind, ProposalState } from '@xingtan/contract/office/proposal'
import type { Tx } from '../../platform/db.ts'
import { type Sql, sql } from '../../platform/sql.ts'

const StoredProposal = z.object({
  id: z.string(),
  kind: ProposalKind,
  scope: z.string(),
  subject: z.string(),
  body: z.unknown(),
  source: z.string(),
  reason: z.string(),
  agencyCode: z.string(),
  agencyName: z.string(),
  proposedBy: z.string(),
  proposedPersonId: z.string(),
  proposedByName: z.string(),
  proposedAt: z.date(),
  state: ProposalState,
  decidedByName: z.string().nullable(),
  decidedAt: z.date().nullable(),
  decisionNote: z.string().nullable(),
})
/** A proposal with the names of its two persons. */
export type StoredProposal = z.infer<typeof StoredProposal>

export interface NewProposal {
  readonly id: string
  readonly kind: ProposalKind
  readonly scope: string
  readonly subject: string
  readonly body: object
  readonly source: string
  readonly reason: string
  readonly agencyCode: string
  readonly userId: string
  readonly personId: string
}

const selected = sql`select p.id, p.kind, p.scope, p.subject, p.body, p.source, p.reason, p.agency_code, a.name as agency_name,
    p.proposed_by, p.proposed_person_id, proposer.name as proposed_by_name, p.proposed_at, p.state,
    decider.name as decided_by_name, p.decided_at, p.decision_note
  from proposals p join agencies a on a.code = p.agency_code join staff_people proposer on proposer.id = p.proposed_person_id
  left join staff_people decider on decider.id = p.decided_person_id`

/** Answers false when another proposal about the same subject and scope is open. */
export async function insertProposal(tx: Tx, row: NewProposal): Promise<boolean> {
  const inserted = await tx.run(sql`
    insert into proposals (id, kind, scope, subject, body, source, reason, agency_code, proposed_by, proposed_person_id, proposed_at)
    values (${row.id}, ${row.kind}, ${row.scope}, ${row.subject}, ${JSON.stringify(row.body)}::jsonb, ${row.source}, ${row.reason},
      ${row.agencyCode}, ${row.userId}, ${row.personId}, app_now())
    on conflict (scope, subject) where state = 'open' do nothing`)
  return inserted === 1
}

export async function findProposal(tx: Tx, id: string): Promise<StoredProposal | undefined> {
  return tx.find(StoredProposal, sql`${selected} where p.id = ${id}`)
}

/** The proposal under its lock, open or decided. */
export async function lockProposal(tx: Tx, id: string): Promise<StoredProposal | undefined> {
  // A decided row cannot be locked any more: the policy of the table lets nobody change it.
  await tx.run(sql`select 1 from proposals where id = ${id} and state = 'open' for update`)
  return findProposal(tx, id)
}

/** Newest first; `after` is the instant and id of the last row seen. */
export async function listProposals(
  tx: Tx,
  wish: {
    readonly state: ProposalState | undefined
    readonly after: { readonly at: string; readonly id: string } | null
    readonly limit: number
  },
): Promise<StoredProposal[]> {
  const { at, id } = wish.after ?? { at: null, id: null }
  return tx.list(
    StoredProposal,
    sql`${selected} where (${wish.state ?? null}::text is null or p.state = ${wish.state ?? null})
        and (${at}::timestamptz is null or (date_trunc('milliseconds', p.proposed_at), p.id) < (${at}::timestamptz, ${id}::uuid))
        order by date_trunc('milliseconds', p.proposed_at) desc, p.id desc limit ${wish.limit}`,
  )
}

/** Proposals about one subject in any of the scopes, newest first; the last fifty. */
export async function listProposalsOn(tx: Tx, subject: string, scopes: readonly string[]): Promise<StoredProposal[]> {
  return tx.list(
    StoredProposal,
    sql`${selected} where p.subject = ${subject} and p.scope = any(${[...scopes]}) order by p.proposed_at desc limit 50`,
  )
}

const Subject = z.object({ subject: z.string() })

/** Subjects of the open proposals in these scopes. */
export async function listOpenSubjects(tx: Tx, scopes: readonly string[]): Promise<string[]> {
  const rows = await tx.list(
    Subject,
    sql`select distinct subject from proposals where state = 'open' and scope = any(${[...scopes]})`,
  )
  return rows.map(({ subject }) => subject)
}

interface Decision {
  readonly id: string
  readonly state: 'approved' | 'returned' | 'withdrawn'
  readonly userId: string
  readonly personId: string
  readonly note: string | null
}

/** Answers false when somebody else was faster. */
export async function decideProposal(tx: Tx, decision: Decision): Promise<boolean> {
  const changed = await tx.run(sql`
    update proposals set state = ${decision.state}, decided_by = ${decision.userId}, decided_person_id = ${decision.personId},
      decided_at = app_now(), decision_note = ${decision.note}
    where id = ${decision.id} and state = 'open'`)
  return changed === 1
}

/** Writes into the law what the proposal says; only in the transaction that approved it. */
export async function applyProposal(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`select apply_proposal(${id})`)
}

const Answer = z.object({ answer: z.boolean() })

/** Whether an agency decides about a scope: its own level and below. */
export async function isScopeUnder(tx: Tx, scope: string, agencyCode: string): Promise<boolean> {
  const { answer } = await tx.get(Answer, sql`select scope_is_under(${scope}, ${agencyCode}) as answer`)
  return answer
}

/** Whether what this agency proposed is this officer's to decide: proposed at the own level or below, not above it. */
export async function isProposerUnder(tx: Tx, proposerAgency: string, agencyCode: string): Promise<boolean> {
  const { answer } = await tx.get(
    Answer,
    sql`select agency_is_under(agency_now(${proposerAgency}), ${agencyCode}) as answer`,
  )
  return answer
}

const Named = z.object({ scope: z.string(), title: z.string() })

/** 「全国」, 「浙江省衢州市」 or the name of an agency. */
export async function nameScopes(tx: Tx, scopes: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const wanted: Sql = sql`unnest(${[...new Set(scopes)]}::text[])`
  const rows = await tx.list(
    Named,
    sql`with recursive wanted as (select s as scope from ${wanted} as s), up as (
          select w.scope, r.name, r.parent_code, 0 as depth from wanted w join regions r on r.code = w.scope
          union all
          select up.scope, r.name, r.parent_code, up.depth + 1 from up join regions r on r.code = up.parent_code
        )
        select scope, string_agg(name, '' order by depth desc) as title from up group by scope
        union all
        select w.scope, a.name from wanted w join agencies a on 'agency:' || a.code = w.scope
        union all
        select scope, '全国' from wanted where scope = 'nation'`,
  )
  return Object.fromEntries(rows.map(({ scope, title }) => [scope, title]))
}
