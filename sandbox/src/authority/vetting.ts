import { BatchId } from '@xingtan/contract/authority/batch'
import { CRIME_BATCHES_PATH, CrimeBatchQuestion } from '@xingtan/contract/authority/crime'
import { RequestId } from '@xingtan/contract/authority/envelope'
import { OFFENCE_BATCHES_PATH, OffenceBatchQuestion } from '@xingtan/contract/authority/offence'
import { z } from 'zod'
import type { Batch } from '../store.ts'
import { serve } from '../wire/serve.ts'
import type { Sandbox } from '../wire/serve.ts'
import { hashNumber } from '../wire/signature.ts'
import { nameAt } from '../world.ts'

const ReadBatch = z.strictObject({ batchId: BatchId, requestId: RequestId })

/** Takes a batch in; the same request id is the same batch. */
function accept(sandbox: Sandbox, authority: Batch['authority'], question: CrimeBatchQuestion) {
  const { memory, save } = sandbox.store
  const { requestId, rows } = question
  const now = sandbox.clock.now()
  const known = memory.batches.find((batch) => batch.authority === authority && batch.requestId === requestId)
  const batch: Batch = known ?? {
    batchId: `batch-${hashNumber(sandbox.sharedKey, requestId, authority).slice(0, 20)}`,
    requestId,
    authority,
    readyAt: new Date(now.getTime() + sandbox.batchDelayMs).toISOString(),
    rows: rows.map(({ rowId, name, documentNumber }) => ({ rowId, name, documentNumber })),
  }
  if (known === undefined) {
    memory.batches.unshift(batch)
    save()
  }
  return { requestId, answeredAt: now.toISOString(), batchId: batch.batchId, acceptedRows: batch.rows.length }
}

function readBatch(sandbox: Sandbox, authority: Batch['authority'], question: z.infer<typeof ReadBatch>) {
  const { requestId, batchId } = question
  const batch = sandbox.store.memory.batches.find((one) => one.authority === authority && one.batchId === batchId)
  if (batch === undefined) return undefined
  const now = sandbox.clock.now().toISOString()
  const head = { requestId, answeredAt: now, batchId }
  if (now < batch.readyAt) return { ...head, state: 'pending' }
  const rows = batch.rows.map(({ rowId, name, documentNumber }) => {
    const person = sandbox.world.find(documentNumber)
    const isKnown = person !== undefined && nameAt(person, authority) === name
    const subject = { name, numberHash: hashNumber(sandbox.sharedKey, rowId, documentNumber) }
    return { rowId, subject, result: isKnown ? person[authority] : ('error' as const) }
  })
  return { ...head, state: 'done', rows }
}

/** Stands in for the bulk no-crime exchange and the sexual-offence query. */
export function serveVetting(sandbox: Sandbox): void {
  const services = [
    { authority: 'crime', path: CRIME_BATCHES_PATH, question: CrimeBatchQuestion },
    { authority: 'offence', path: OFFENCE_BATCHES_PATH, question: OffenceBatchQuestion },
  ] as const
  for (const { authority, path, question } of services) {
    serve<CrimeBatchQuestion>(sandbox, {
      authority,
      method: 'POST',
      path,
      question,
      answer: (batch) => accept(sandbox, authority, batch),
    })
    serve(sandbox, {
      authority,
      method: 'GET',
      path: `${path}/:batchId`,
      question: ReadBatch,
      answer: (read) => readBatch(sandbox, authority, read),
    })
  }
}
