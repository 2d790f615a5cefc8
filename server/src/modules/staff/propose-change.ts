import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { proposeChangeEndpoint } from '@xingtan/contract/office/staff'
import { parsePersonName } from '@xingtan/domain/person-name'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { getAdministeredPerson } from './get-administered.ts'
import { appendStaffEvent, insertFiling } from './sql-filing.ts'

type ProposeChange = z.output<(typeof proposeChangeEndpoint)['input']>

/**
 * Asks for a change of what is filed, or again for a first filing that was returned. Until the province has registered
 * it, what is filed holds (教资字〔2020〕1号 三(二): 信息发生变更的须报省级管理部门登记).
 */
export async function proposeChange(ctx: Context, input: ProposeChange): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  const name = parsePersonName(input.name)
  if (name.kind === 'bad') throw problem('staff.name-wrong', { field: 'name' })
  return ctx.command(async (tx) => {
    const person = await getAdministeredPerson(tx, input.personId)
    const phoneSealed = input.phone === null ? person.phoneSealed : ctx.crypto.sealColumn(input.phone)
    if (phoneSealed === null) throw problem('staff.phone-missing', { field: 'phone' })
    const { id: personId, agencyCode } = person
    const kind = person.filedFrom === null ? 'first' : 'change'
    const isNew = await insertFiling(tx, {
      id: randomUUID(),
      personId,
      agencyCode,
      kind,
      name: name.name,
      phoneSealed,
      officePhone: input.officePhone,
      post: input.post,
      reason: input.reason,
      proposedBy: officer.personId,
    })
    if (!isNew) throw problem('staff.filing-waiting')
    const event = kind === 'first' ? ('proposed' as const) : ('change-proposed' as const)
    await appendStaffEvent(tx, {
      personId,
      agencyCode,
      kind: event,
      actorPersonId: officer.personId,
      reason: input.reason,
    })
    tx.concerns('staff-person', personId, { kind })
    return { done: true as const }
  })
}
