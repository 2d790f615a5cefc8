import { randomUUID } from 'node:crypto'
import type { SubmitConsultation, submitConsultationEndpoint } from '@xingtan/contract/consultation'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { receiverOf, refuseSubmission } from '@xingtan/domain/consultation'
import { addWorkingDays } from '@xingtan/domain/working-day'
import type { Context, WorkTx } from '../../platform/context.ts'
import { Problem, problem, problemForSeconds, throwIfRefused } from '../../platform/problem.ts'
import { takeToken } from '../account/index.ts'
import { findAgency, getAgency } from '../agency/index.ts'
import { loadCalendar } from '../calendar/index.ts'
import { loadLimits } from './limits.ts'
import { type ProvenContact, proveContact, sealContact } from './prove-contact.ts'
import { makeConsultationNumber, queryCodeOf, queryHashOf } from './query-code.ts'
import { appendConsultationEvent } from './sql-event.ts'
import { insertConsultation, openConsultation } from './sql-submit.ts'

const DAY_SECONDS = 86_400

async function throwIfTooMany(ctx: Context, tx: WorkTx, given: { perDay: number; by: Buffer }): Promise<void> {
  const limit = { of: 'consultation', by: given.by, seconds: DAY_SECONDS / given.perDay, burst: given.perDay }
  const wait = await takeToken(tx, ctx, limit)
  if (wait > 0) throw problemForSeconds('consultation.daily-limit', wait)
}

interface Taken {
  readonly id: string
  readonly number: string
  readonly agencyCode: string
  readonly dueOn: string
  readonly evidenceMost: number
}

async function takeIn(ctx: Context, tx: WorkTx, input: SubmitConsultation): Promise<Taken> {
  const addressed = await findAgency(tx, input.agencyCode)
  if (addressed === undefined) throw problem('consultation.desk-unknown', { field: 'agencyCode' })
  const isComplaint = input.kind === 'complaint'
  if (isComplaint && addressed.level === 'nation') throw problem('consultation.subject-nation', { field: 'agencyCode' })
  const agencyCode = receiverOf(input.kind, addressed)
  const limits = await loadLimits(tx, agencyCode)
  const sealed: ProvenContact = await sealContact(ctx, tx, input.contact)
  await throwIfTooMany(ctx, tx, { perDay: limits.perDay, by: sealed.phoneIndex ?? ctx.request.deviceHash })
  const due = addWorkingDays(await loadCalendar(tx), tx.today, limits.workingDays[input.kind])
  const id = randomUUID()
  const number = makeConsultationNumber()
  const queryHash = queryHashOf(ctx.crypto, queryCodeOf(ctx.crypto, id))
  const said = input.occurred === '' ? input.body : `${input.body}\n\n发生的时间、页面和提示：${input.occurred}`
  await insertConsultation(tx, {
    id,
    number,
    queryHash,
    kind: input.kind,
    topic: input.topic,
    agencyCode,
    subjectAgencyCode: isComplaint ? addressed.code : null,
    title: input.title,
    bodySealed: ctx.crypto.sealColumn(said),
    registrationNumber: input.registrationNumber === '' ? null : input.registrationNumber,
    contact: input.contact.kind,
    ...sealed,
    dueOn: due.day,
    dueProvisional: due.provisional,
  })
  await openConsultation(tx, number, queryHash)
  await appendConsultationEvent(tx, { consultationId: id, kind: 'submitted', agencyCode })
  tx.concerns('consultation', id, { kind: input.kind, agency: agencyCode, contact: input.contact.kind })
  return { id, number, agencyCode, dueOn: due.day, evidenceMost: limits.evidenceMost }
}

/**
 * Takes a 咨询, 投诉 or 举报 in, once: number and query code come back, and again on every repeat (PUB-6). A code that was
 * used up by the first try does not stop the repeat that only wants its answer.
 */
export async function submitConsultation(
  ctx: Context,
  input: SubmitConsultation,
): Promise<OutputOf<typeof submitConsultationEndpoint>> {
  throwIfRefused(refuseSubmission({ ...input, contact: input.contact.kind }))
  const refused = await proveContact(ctx, input.contact).then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof Problem) return error
      throw error
    },
  )
  const taken = await ctx.command(async (tx) => {
    if (refused !== undefined) throw refused
    return takeIn(ctx, tx, input)
  })
  const agency = await ctx.read((tx) => getAgency(tx, taken.agencyCode))
  const { number, dueOn, evidenceMost } = taken
  return { number, queryCode: queryCodeOf(ctx.crypto, taken.id), agencyName: agency.name, dueOn, evidenceMost }
}
