import { randomUUID } from 'node:crypto'
import type { InputOf } from '@xingtan/contract/endpoint'
import type { addPoliceOfficeEndpoint } from '@xingtan/contract/office/vetting'
import { refusePoliceOffice } from '@xingtan/domain/police-office'
import type { Context } from '../../platform/context.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { insertPoliceOffice, listPoliceOffices } from './sql-office.ts'

/** Adds a police office; no two answer for the same people (DEC-1). */
export async function addPoliceOffice(
  ctx: Context,
  input: InputOf<typeof addPoliceOfficeEndpoint>,
): Promise<{ policeOfficeId: string }> {
  const { agencyCode, userId } = getOfficer(ctx)
  return ctx.command(async (tx) => {
    throwIfRefused(refusePoliceOffice(input, await listPoliceOffices(tx)))
    const policeOfficeId = randomUUID()
    const added = await insertPoliceOffice(tx, { id: policeOfficeId, ...input, agencyCode, addedBy: userId })
    if (added === 0) throw problem('vetting.office-name', { field: 'name' })
    tx.concerns('police-office', policeOfficeId, { way: input.way, areaCodes: input.areaCodes })
    return { policeOfficeId }
  })
}
