import { ConsentReference, OFFENCE_BATCHES_PATH } from '@xingtan/contract/authority/offence'
import type { Caller } from './http.ts'
import { readBatch, submitBatch } from './vetting-batch.ts'
import type { BatchRead, BatchSubmitted, VettingRow } from './vetting-batch.ts'

/** One person of the query; `consent` is null when no authorisation is on file. */
export interface OffenceRow extends VettingRow {
  readonly consent: ConsentReference | null
}

/** `no-consent` lists the rows that stop the batch: nothing was sent to anybody (S-131). */
export type OffenceSubmitted = BatchSubmitted | { readonly kind: 'no-consent'; readonly rowIds: readonly string[] }

/** 性侵违法犯罪信息查询 by the accepting agency, on each person's separate authorisation (DEC-2; 个人信息保护法 art. 29). */
export interface Offence {
  readonly submit: (batch: {
    readonly requestId: string
    readonly agencyName: string
    readonly rows: readonly OffenceRow[]
  }) => Promise<OffenceSubmitted>
  readonly read: (batch: { readonly batchId: string; readonly rows: readonly VettingRow[] }) => Promise<BatchRead>
}

export function createOffence(caller: Caller): Offence {
  return {
    submit: (batch) => {
      // Parsed rather than compared with null: an authorisation without text version, hash or time is none.
      const without = batch.rows.filter((row) => !ConsentReference.safeParse(row.consent).success)
      if (without.length > 0) {
        return Promise.resolve({ kind: 'no-consent', rowIds: without.map((row) => row.rowId) })
      }
      return submitBatch(caller, OFFENCE_BATCHES_PATH, batch)
    },
    read: (batch) => readBatch(caller, OFFENCE_BATCHES_PATH, batch),
  }
}
