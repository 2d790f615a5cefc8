import { CRIME_BATCHES_PATH } from '@xingtan/contract/authority/crime'
import type { Caller } from './http.ts'
import { readBatch, submitBatch } from './vetting-batch.ts'
import type { BatchRead, BatchSubmitted, VettingRow } from './vetting-batch.ts'

/** 无犯罪记录核查, in bulk (DEC-1). A batch holds 1 to 500 people. */
export interface Crime {
  readonly submit: (batch: {
    readonly requestId: string
    readonly agencyName: string
    readonly rows: readonly VettingRow[]
  }) => Promise<BatchSubmitted>
  readonly read: (batch: { readonly batchId: string; readonly rows: readonly VettingRow[] }) => Promise<BatchRead>
}

export function createCrime(caller: Caller): Crime {
  return {
    submit: (batch) => submitBatch(caller, CRIME_BATCHES_PATH, batch),
    read: (batch) => readBatch(caller, CRIME_BATCHES_PATH, batch),
  }
}
