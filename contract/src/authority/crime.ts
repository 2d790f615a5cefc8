import { z } from 'zod'
import { AskingAgency, MAX_BATCH_ROWS } from './batch.ts'
import { RequestId, personQuestion } from './envelope.ts'

/** 无犯罪记录核查, in bulk with the local police before the conclusion (001, DEC-1). `GET <path>/:batchId?requestId=…`. */
export const CRIME_BATCHES_PATH = '/crime/v1/batches'

const { name, documentNumber } = personQuestion

export const CrimeBatchQuestion = z.strictObject({
  requestId: RequestId,
  agencyName: AskingAgency,
  rows: z
    .array(z.strictObject({ rowId: RequestId, name, documentNumber }))
    .min(1)
    .max(MAX_BATCH_ROWS),
})
export type CrimeBatchQuestion = z.infer<typeof CrimeBatchQuestion>
