import { z } from 'zod'
import type { TrainingKind } from '@xingtan/contract/office/training'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Answer = z.object({ answer: z.boolean() })

/** Whether a person attended a training of a kind that ended within these days, whoever held it. */
export async function isPersonTrained(
  tx: Tx,
  personId: string,
  asked: { readonly kind: TrainingKind; readonly since: string; readonly until: string },
): Promise<boolean> {
  const { kind, since, until } = asked
  const found = await tx.get(Answer, sql`select is_person_trained(${personId}, ${kind}, ${since}, ${until}) as answer`)
  return found.answer
}

/** Whether the province of an agency, or the province itself, has trained its whole tree in a year. */
export async function findYearlyTraining(tx: Tx, agencyCode: string, year: number): Promise<boolean> {
  return (await tx.get(Answer, sql`select has_yearly_training(${agencyCode}, ${year}) as answer`)).answer
}

const Untrained = z.object({ pointId: z.string(), names: z.array(z.string()) })

/** Confirm users in use of the agency's points without a training that ended within these days, by point. */
export async function listUntrainedOfPoints(
  tx: Tx,
  agencyCode: string,
  asked: { readonly since: string; readonly until: string },
): Promise<z.infer<typeof Untrained>[]> {
  return tx.list(
    Untrained,
    sql`select u.point_id, array_agg(p.name order by p.name) as names
        from staff_users u join staff_people p on p.id = u.person_id
        where u.agency_code = ${agencyCode} and u.point_id is not null and u.enabled and 'confirm' = any(u.roles)
          and not is_person_trained(u.person_id, 'confirm', ${asked.since}, ${asked.until})
        group by u.point_id`,
  )
}
