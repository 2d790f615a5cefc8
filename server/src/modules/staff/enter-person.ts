import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { enterStaffEndpoint } from '@xingtan/contract/office/staff'
import type { Refusal } from '@xingtan/contract/problem'
import { parsePersonDocument } from '@xingtan/domain/person-identity'
import { parsePersonName } from '@xingtan/domain/person-name'
import type { Context } from '../../platform/context.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { appendStaffEvent, insertFiling } from './sql-filing.ts'
import { enterPerson as enterPersonRow, layProfile, listAdministered } from './sql-person.ts'

type EnterPerson = z.output<(typeof enterStaffEndpoint)['input']>

/**
 * Enters an office person and asks the province to file them. One person is one person over kinds of documents, 15 and
 * 18 digits and agencies, like the accounts of the portal (ACC-8, S-058).
 */
export async function enterPerson(ctx: Context, input: EnterPerson): Promise<{ personId: string }> {
  const officer = getOfficer(ctx)
  const document = parsePersonDocument(input.documentType, input.documentNumber)
  const name = parsePersonName(input.name)
  const refusals: Refusal[] = []
  if (document.kind === 'bad') refusals.push({ code: 'staff.document-number-wrong', field: 'documentNumber' })
  if (name.kind === 'bad') refusals.push({ code: 'staff.name-wrong', field: 'name' })
  throwIfRefused(refusals)
  if (document.kind === 'bad' || name.kind === 'bad') throw new Error('refused above')
  return ctx.command(async (tx) => {
    const isInScope = (await listAdministered(tx)).some(({ code }) => code === input.agencyCode)
    if (!isInScope) throw problem('staff.outside-scope', { field: 'agencyCode' })
    const entered = await enterPersonRow(tx, {
      id: randomUUID(),
      index: ctx.crypto.blindIndex('person', document.key),
      name: name.name,
      agencyCode: input.agencyCode,
    })
    if (entered.outcome === 'present') throw problem('staff.person-present', { field: 'documentNumber' })
    if (entered.outcome === 'elsewhere') throw problem('staff.person-elsewhere', { field: 'documentNumber' })
    const filed = {
      personId: entered.id,
      agencyCode: input.agencyCode,
      phoneSealed: ctx.crypto.sealColumn(input.phone),
      officePhone: input.officePhone,
      post: input.post,
    }
    const numberSealed = ctx.crypto.sealColumn(document.normalised)
    await layProfile(tx, { ...filed, documentType: input.documentType, numberSealed })
    const asked = { name: name.name, kind: 'first' as const, reason: '首次备案', proposedBy: officer.personId }
    await insertFiling(tx, { id: randomUUID(), ...filed, ...asked })
    const event = { personId: entered.id, agencyCode: input.agencyCode, actorPersonId: officer.personId }
    await appendStaffEvent(tx, { ...event, kind: 'proposed' })
    tx.concerns('staff-person', entered.id, { agencyCode: input.agencyCode })
    return { personId: entered.id }
  })
}
