import { refuseHandIn } from '@xingtan/domain/material'
import type { Context } from '../../platform/context.ts'
import { throwIfRefused } from '../../platform/problem.ts'
import { getApplicant } from '../account/index.ts'
import { appendCaseEvents, lockCase } from '../case/index.ts'
import { loadOnlineFile } from './online-file.ts'
import { getOpenFile } from './open-material.ts'
import { markHandedIn } from './sql.ts'
import { bumpVersion, saveOnlineCase } from './sql-online.ts'
import { closeOpenRequest } from './sql-request.ts'

/** 提交材料: complete or not at all; the desk looks at the case from now on (APP-10, APP-11). */
export async function handInMaterials(
  ctx: Context,
  input: { readonly applicationId: string },
): Promise<{ done: true }> {
  return ctx.command(async (tx) => {
    const { id: accountId } = await getApplicant(tx)
    const record = await lockCase(tx, input.applicationId)
    const file = await getOpenFile(tx, record)
    if (record === undefined) throw new Error('an open file has a case')
    throwIfRefused(refuseHandIn(file.items))
    await markHandedIn(tx, record.id)
    await closeOpenRequest(tx, record.id)
    const { triage } = await loadOnlineFile(tx, record)
    const { id: applicationId, agencyCode, pointId } = record
    await saveOnlineCase(tx, { applicationId, agencyCode, pointId, lane: triage.lane })
    await bumpVersion(tx, applicationId)
    const codes = file.items.filter(({ state }) => state === 'uploaded').map(({ code }) => code)
    await appendCaseEvents(tx, { kind: 'applicant', id: accountId }, [
      { applicationId, kind: 'materials-handed-in', data: { materials: codes, lane: triage.lane } },
    ])
    tx.concerns('application', applicationId, { materials: codes })
    return { done: true }
  })
}
