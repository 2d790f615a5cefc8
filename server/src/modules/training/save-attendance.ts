import type { InputOf } from '@xingtan/contract/endpoint'
import type { saveAttendanceEndpoint } from '@xingtan/contract/office/training'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { officerOf } from '../agency/index.ts'
import { saveAttendances } from './sql-people.ts'
import { lockOwnSession } from './to-session.ts'

/** Ticks and unticks people of the own tree at once; one who is not of it stops all (S-060). */
export async function saveAttendance(
  ctx: Context,
  input: InputOf<typeof saveAttendanceEndpoint>,
): Promise<{ changed: number }> {
  const officer = officerOf(ctx)
  const attended = [...new Set(input.attended)]
  const absent = [...new Set(input.absent)].filter((id) => !attended.includes(id))
  return ctx.command(async (tx) => {
    const { sessionId } = await lockOwnSession(tx, officer, input.sessionId)
    const rows = { sessionId, topCode: officer.agencyCode, by: officer.userId }
    const changed =
      (await saveAttendances(tx, { ...rows, personIds: attended, attended: true })) +
      (await saveAttendances(tx, { ...rows, personIds: absent, attended: false }))
    const outside = attended.length + absent.length - changed
    if (outside > 0) throw problem('training.not-below', { values: { count: outside } })
    tx.concerns('training', sessionId, { attended: attended.length, absent: absent.length })
    return { changed }
  })
}
