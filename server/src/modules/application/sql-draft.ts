import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { DraftSteps } from '@xingtan/contract/application'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const DraftRow = z.object({
  id: z.string(),
  accountId: z.string(),
  version: z.number(),
  steps: DraftSteps,
  amendsApplicationId: z.string().nullable(),
  savedAt: z.date(),
})
export type DraftRow = z.infer<typeof DraftRow>

const columns = sql`id, account_id, version, steps, amends_application_id, saved_at`

/** The draft if it is in the caller's scope. */
export async function findDraft(tx: Tx, draftId: string): Promise<DraftRow | undefined> {
  return tx.find(DraftRow, sql`select ${columns} from drafts where id = ${draftId}`)
}

/** The draft under its lock: what follows happens one at a time. */
export async function lockDraft(tx: Tx, draftId: string): Promise<DraftRow | undefined> {
  return tx.find(DraftRow, sql`select ${columns} from drafts where id = ${draftId} for update`)
}

/** The person's only draft. */
export async function findDraftOf(tx: Tx, accountId: string): Promise<DraftRow | undefined> {
  return tx.find(DraftRow, sql`select ${columns} from drafts where account_id = ${accountId} for update`)
}

/** Opens a draft; undefined when the person has one already. */
export async function insertDraft(
  tx: Tx,
  draft: Pick<DraftRow, 'accountId' | 'steps' | 'amendsApplicationId'>,
): Promise<string | undefined> {
  const id = randomUUID()
  const written = await tx.run(sql`
    insert into drafts (id, account_id, steps, amends_application_id, saved_at)
    values (${id}, ${draft.accountId}, ${JSON.stringify(draft.steps)}::jsonb, ${draft.amendsApplicationId}, ${tx.now})
    on conflict (account_id) do nothing`)
  return written === 1 ? id : undefined
}

const Version = z.object({ version: z.number() })

/** Writes the steps over the version that was read; undefined when somebody saved in between. */
export async function updateDraftSteps(
  tx: Tx,
  draft: Pick<DraftRow, 'id' | 'version' | 'steps'>,
): Promise<number | undefined> {
  const row = await tx.find(
    Version,
    sql`update drafts set steps = ${JSON.stringify(draft.steps)}::jsonb, version = version + 1, saved_at = ${tx.now}
        where id = ${draft.id} and version = ${draft.version} returning version`,
  )
  return row?.version
}

export async function deleteDraft(tx: Tx, draftId: string): Promise<void> {
  await tx.run(sql`delete from drafts where id = ${draftId}`)
}

/** Gives up the draft that amends an application, if there is one. */
export async function deleteDraftAmending(tx: Tx, applicationId: string): Promise<void> {
  await tx.run(sql`delete from drafts where amends_application_id = ${applicationId}`)
}

const Signature = z.object({ policyVersion: z.string(), signedAt: z.date(), hash: z.string() })
export type Signature = z.infer<typeof Signature>

/** The accepted signature of this very draft; read here, written by the signing module (S-081). */
export async function findSignature(tx: Tx, draftId: string, fileId: string): Promise<Signature | undefined> {
  return tx.find(
    Signature,
    sql`select s.policy_version, s.signed_at, f.hash from signings s join files f on f.id = s.file_id
        where s.draft_id = ${draftId} and s.file_id = ${fileId} and s.accepted_at is not null and s.rejected_at is null
        order by s.accepted_at desc limit 1`,
  )
}
