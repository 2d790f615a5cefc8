import { bookAppointmentEndpoint, getAppointmentOfferEndpoint } from '@xingtan/contract/appointment'
import type { SandboxPerson } from '@xingtan/contract/authority/sandbox-person'
import { finishTicketEndpoint, getQueueEndpoint, takeNumberEndpoint } from '@xingtan/contract/office/appointment'
import { registerPerson } from './applicant.ts'
import { type Pictures, collectEvidence, fillDraft, submitDraft } from './draft.ts'
import { confirmCase } from './officer.ts'
import { makePersistent } from './persistent-site.ts'
import type { Product } from './product.ts'
import { type Site, openSite } from './site.ts'

export interface Visitor {
  readonly site: Site
  readonly person: SandboxPerson
  readonly applicationId: string
  readonly registrationNumber: string
}

/** A graduate with a case in 网报待确认, made through the interface alone. */
export async function submitCase(product: Product, person: SandboxPerson, pictures: Pictures): Promise<Visitor> {
  const site = makePersistent(await registerPerson(product, person))
  const centre = await collectEvidence(site, person)
  const draftId = await fillDraft({ site, phone: makePersistent(openSite(product.portal)), centre, pictures })
  const { applicationId, registrationNumber } = await submitDraft(site, draftId)
  return { site, person, applicationId, registrationNumber }
}

/** Books the first free place of the first day. */
export async function bookFirstPlace({ site, applicationId }: Visitor): Promise<string> {
  const { days } = await site.call(getAppointmentOfferEndpoint, { applicationId })
  const slot = days[0]?.slots.find(({ state }) => state === 'free')
  if (slot === undefined) throw new Error('no place is free')
  await site.call(bookAppointmentEndpoint, { applicationId, slotId: slot.slotId })
  return slot.startsAt
}

/** At the door: answers the number. */
export async function takeNumber(desk: Site, registrationNumber: string): Promise<number> {
  return (await desk.call(takeNumberEndpoint, { text: registrationNumber, priorityReason: null })).number
}

/** Confirms the called case as a clerk does, and ends its number. */
export async function serveTicket(desk: Site, visitor: Visitor): Promise<void> {
  await confirmCase(desk, visitor.registrationNumber)
  const { called } = await desk.call(getQueueEndpoint, {})
  const ticket = called.find(({ applicationId }) => applicationId === visitor.applicationId)
  if (ticket !== undefined) await desk.call(finishTicketEndpoint, { ticketId: ticket.ticketId })
}
