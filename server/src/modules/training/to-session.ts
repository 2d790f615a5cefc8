import type { TrainingSession } from '@xingtan/contract/office/training'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { problem } from '../../platform/problem.ts'
import { type SessionRow, lockSession } from './sql.ts'

/** A training as its readers see it. */
export function toSession(
  { agencyCode, materialFileId: _file, ...row }: SessionRow,
  officer: OfficerActor,
): TrainingSession {
  return { ...row, isOwn: agencyCode === officer.agencyCode }
}

/** A training the own agency recorded and has not withdrawn, under its lock. */
export async function lockOwnSession(tx: Tx, officer: OfficerActor, sessionId: string): Promise<SessionRow> {
  const session = await lockSession(tx, sessionId, officer.agencyCode)
  if (session === undefined) throw problem('request.not-found')
  if (session.withdrawnBecause !== null) throw problem('training.withdrawn')
  return session
}
