import { OUTCOMES_BY_KIND } from '@xingtan/contract/consultation'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { ConsultationAction, type getConsultationEndpoint } from '@xingtan/contract/office/consultation'
import { refuseHandling } from '@xingtan/domain/consultation'
import { maskName } from '@xingtan/domain/mask'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { findConsultation, listHandlers, listTargets } from './sql-desk.ts'
import { listConsultationHistory } from './sql-event.ts'
import { listConsultationFiles } from './sql-file.ts'
import { toConsultationRow } from './to-row.ts'

/** One item with its way, its evidence and what the officer may do; the look is stored before anything is shown (S-144). */
export async function getConsultationItem(
  ctx: Context,
  input: { readonly consultationId: string },
): Promise<OutputOf<typeof getConsultationEndpoint>> {
  const officer = signedInOfficer(ctx)
  const { crypto } = ctx
  const view = await ctx.readBelow(async (tx) => {
    const item = await findConsultation(tx, input.consultationId)
    if (item === undefined) throw problem('request.not-found')
    const isHere = item.agencyCode === officer.agencyCode
    const history = await listConsultationHistory(tx, item.id)
    const files = await listConsultationFiles(tx, item.id)
    const book = await loadPolicyBook(tx, item.agencyCode)
    const templates = book.resolve('consultation.templates', tx.today).value
    const { registrationNumber, contact, subjectAgencyName, score, isSolved } = item
    return {
      row: toConsultationRow(item, { crypto, today: tx.today, officerId: officer.userId }),
      body: crypto.openColumn(item.bodySealed),
      registrationNumber,
      contact,
      subjectAgencyName,
      score,
      isSolved,
      maskedName: item.nameSealed === null ? null : maskName(crypto.openColumn(item.nameSealed)),
      history: history.map(({ at, textSealed, ...event }) => ({
        ...event,
        at: at.toISOString(),
        text: textSealed === null ? null : crypto.openColumn(textSealed),
      })),
      files: files.map(({ id, place, mediaType, bytes }) => ({
        fileId: id,
        place,
        isPdf: mediaType === 'application/pdf',
        bytes,
      })),
      actions: ConsultationAction.options.filter(
        (action) => refuseHandling(action, item, officer.agencyCode).length === 0,
      ),
      outcomes: [...OUTCOMES_BY_KIND[item.kind]],
      templates: templates.filter(({ kinds }) => kinds.includes(item.kind)).map(({ kinds: _kinds, ...text }) => text),
      handlers: isHere ? await listHandlers(tx, item.kind) : [],
      targets: isHere ? (await listTargets(tx)).filter(({ agencyCode }) => agencyCode !== item.subjectAgencyCode) : [],
    }
  })
  await ctx.write(async (tx) => tx.concerns('consultation', input.consultationId, { kind: view.row.kind }, 'read'))
  return view
}
