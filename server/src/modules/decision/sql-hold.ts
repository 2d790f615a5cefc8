import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

export interface NewHold {
  readonly id: string
  readonly applicationId: string
  readonly reason: string
  readonly stopsClock: boolean
  readonly expectedDays: number | null
  readonly note: string
  readonly dueBefore: string | null
  readonly heldBy: string
  readonly messageId: string
}

export async function insertHold(tx: Tx, hold: NewHold): Promise<void> {
  await tx.run(sql`
    insert into case_holds (id, application_id, reason, stops_clock, expected_days, note, due_before, held_by, held_at, held_on,
      message_id)
    values (${hold.id}, ${hold.applicationId}, ${hold.reason}, ${hold.stopsClock}, ${hold.expectedDays}, ${hold.note},
      ${hold.dueBefore}, ${hold.heldBy}, ${tx.now}, ${tx.today}, ${hold.messageId})`)
}

export async function markHeld(tx: Tx, applicationId: string): Promise<void> {
  await tx.run(sql`update applications set held_on = ${tx.today}, version = version + 1 where id = ${applicationId}`)
}

const OpenHold = z.object({ id: z.string(), heldOn: z.string(), stopsClock: z.boolean() })

export async function findOpenHold(tx: Tx, applicationId: string): Promise<z.infer<typeof OpenHold> | undefined> {
  return tx.find(
    OpenHold,
    sql`select id, held_on, stops_clock from case_holds where application_id = ${applicationId} and resumed_at is null`,
  )
}

/** The case goes on, with its due day as it now is. */
export async function markResumed(
  tx: Tx,
  resumed: {
    readonly holdId: string
    readonly applicationId: string
    readonly officerId: string
    readonly dueOn: string | null
    readonly isProvisional: boolean
  },
): Promise<void> {
  await tx.run(sql`
    update case_holds set resumed_by = ${resumed.officerId}, resumed_at = ${tx.now}, resumed_on = ${tx.today},
      due_after = ${resumed.dueOn} where id = ${resumed.holdId}`)
  await tx.run(sql`
    update applications set held_on = null, due_on = ${resumed.dueOn}, due_provisional = ${resumed.isProvisional},
      version = version + 1 where id = ${resumed.applicationId}`)
}
