import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { DecisionLetter } from '@xingtan/contract/letter'
import type { getLetterEndpoint, recordDeliveryEndpoint } from '@xingtan/contract/office/letter'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { problem } from '../../platform/problem.ts'
import { type CaseRecord, explainUnknownCase, findHeldCase, getOfficer } from '../case/index.ts'
import { findDocumentSince, orderDocument, orderDocumentAgain } from '../document/index.ts'
import { makeFileLink } from '../file/index.ts'
import { findShownLetter, markDelivered } from './sql-letter.ts'

/** The letter of the conclusion that stands, with a link for this caller alone once it is made. */
async function showLetter(ctx: Context, tx: Tx, applicationId: string): Promise<DecisionLetter | null> {
  const letter = await findShownLetter(tx, applicationId)
  if (letter === undefined) return null
  const { id, fileId, state, ...shown } = letter
  const url = state === 'ready' && fileId !== null ? makeFileLink(ctx.crypto, ctx.actor, fileId, tx.now) : null
  return { letterId: id, state, url, ...shown }
}

/** Orders the letter of a concluded case, once for each conclusion; one that failed is made again. */
export async function orderLetter(tx: Tx, record: CaseRecord): Promise<string> {
  if (record.conclusion === null || record.concludedAt === null) throw problem('decision.no-letter')
  const { id: applicationId, version: caseVersion, concludedAt: since } = record
  const known = await findDocumentSince(tx, { kind: 'decision-letter', applicationId, since })
  if (known === undefined) return orderDocument(tx, { kind: 'decision-letter', applicationId, caseVersion })
  await orderDocumentAgain(tx, known)
  return known.id
}

/** 打开决定书: orders it when nobody has. */
export async function requestLetter(
  ctx: Context,
  input: { readonly applicationId: string },
): Promise<{ documentId: string }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const record = await findHeldCase(tx, input.applicationId)
    if (record === undefined) throw await explainUnknownCase(tx, officer, input.applicationId)
    const documentId = await orderLetter(tx, record)
    tx.concerns('application', record.id, { documentId, document: 'decision-letter' })
    return { documentId }
  })
}

/** How far the letter of a case has come, for whoever may see the case. */
export async function describeLetter(
  ctx: Context,
  tx: Tx,
  { id: applicationId, concludedAt: since }: Pick<CaseRecord, 'id' | 'concludedAt'>,
): Promise<OutputOf<typeof getLetterEndpoint>> {
  if (since === null) return { ordered: false, letter: null }
  const ordered = await findDocumentSince(tx, { kind: 'decision-letter', applicationId, since })
  return { ordered: ordered !== undefined, letter: await showLetter(ctx, tx, applicationId) }
}

export async function getLetter(
  ctx: Context,
  input: { readonly applicationId: string },
): Promise<OutputOf<typeof getLetterEndpoint>> {
  return ctx.read(async (tx) => {
    const record = await findHeldCase(tx, input.applicationId)
    if (record === undefined) throw problem('request.not-found')
    return describeLetter(ctx, tx, record)
  })
}

/** 送达: the day the person has the letter; not before it was issued, not in the future, written once. */
export async function recordDelivery(
  ctx: Context,
  input: InputOf<typeof recordDeliveryEndpoint>,
): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const { applicationId, deliveredOn, delivery } = input
    const record = await findHeldCase(tx, applicationId)
    if (record === undefined) throw await explainUnknownCase(tx, officer, applicationId)
    const letter = await findShownLetter(tx, applicationId)
    if (letter === undefined) throw problem('decision.no-letter')
    if (deliveredOn < letter.issuedOn || deliveredOn > tx.today) {
      throw problem('decision.delivery-day', { field: 'deliveredOn', values: { from: letter.issuedOn, to: tx.today } })
    }
    const isWritten = await markDelivered(tx, { letterId: letter.id, deliveredOn, delivery, officerId: officer.userId })
    if (!isWritten) throw problem('decision.delivered-already')
    tx.concerns('application', applicationId, { letterId: letter.id, deliveredOn, delivery })
    return { done: true }
  })
}
