import { DOCUMENT_TYPE_NAMES } from '@xingtan/contract/document'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getStaffEndpoint } from '@xingtan/contract/office/staff'
import { maskDocumentNumber, maskPhone } from '@xingtan/domain/mask'
import { filingStateOf } from '@xingtan/domain/staff'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { problem } from '../../platform/problem.ts'
import { getOfficer } from '../case/index.ts'
import { listDutiesOf } from './list-duties.ts'
import { listDelegationsOf } from './sql-delegation.ts'
import { listFilingsOf, listStaffEvents } from './sql-filing.ts'
import { type StaffPerson, findStaffPerson } from './sql-person.ts'
import { listKeysOf, listUsersOf } from './sql-user.ts'
import { toDelegationView, toEventTitle, toFilingView, toUserView } from './views.ts'

type View = OutputOf<typeof getStaffEndpoint>

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

function toFacts({ crypto }: Context, tx: Tx, person: StaffPerson) {
  const { numberSealed, phoneSealed, documentType } = person
  return {
    personId: person.id,
    name: person.name,
    agencyCode: person.agencyCode,
    agencyName: person.agencyName,
    agencyLevel: person.agencyLevel,
    filingAgencyName: person.filingAgencyName,
    state: filingStateOf({ now: tx.now, ...person }),
    filedFrom: iso(person.filedFrom),
    filedUntil: iso(person.filedUntil),
    leftAt: iso(person.leftAt),
    leftReason: person.leftReason,
    documentTypeName: documentType === null ? null : DOCUMENT_TYPE_NAMES[documentType],
    maskedNumber: numberSealed === null ? null : maskDocumentNumber(crypto.openColumn(numberSealed)),
    maskedPhone: phoneSealed === null ? null : maskPhone(crypto.openColumn(phoneSealed)),
    officePhone: person.officePhone,
    post: person.post,
  }
}

/** One office person: what is filed, users and keys, delegations, duties and the whole history (ACC-8). */
export async function getPerson(ctx: Context, input: { readonly personId: string }): Promise<View> {
  const officer = getOfficer(ctx)
  return ctx.readBelow(async (tx) => {
    const person = await findStaffPerson(tx, input.personId)
    if (person === undefined) throw problem('staff.person-unknown')
    const keys = await listKeysOf(tx, person.id)
    const users = await listUsersOf(tx, person.id)
    const delegations = await listDelegationsOf(tx, person.id)
    const filings = await listFilingsOf(tx, person.id)
    const events = await listStaffEvents(tx, person.id)
    return {
      ...toFacts(ctx, tx, person),
      isOneself: person.id === officer.personId,
      filings: filings.map((filing) => toFilingView(ctx, filing)),
      users: users.map((user) => toUserView(user, keys)),
      delegations: delegations.map((delegation) => toDelegationView(delegation, officer)),
      duties: await listDutiesOf(tx, person.id),
      events: events.map(({ kind, at, actorName, reason }) => ({
        at: at.toISOString(),
        title: toEventTitle(kind),
        actorName,
        reason,
      })),
    }
  })
}
