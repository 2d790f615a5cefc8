import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Day, Done, Id } from '../field.ts'
import { DecisionLetter, Delivery } from '../letter.ts'

/** The letter of a case; `ordered` while a job makes it. */
export const getLetterEndpoint = endpoint({
  name: 'decision.get-letter',
  face: 'office',
  method: 'GET',
  path: '/api/cases/:applicationId/letter',
  permission: 'confirmation.read',
  input: z.strictObject({ applicationId: Id }),
  output: z.strictObject({ ordered: z.boolean(), letter: DecisionLetter.nullable() }),
})

export const orderLetterEndpoint = endpoint({
  name: 'decision.order-letter',
  face: 'office',
  method: 'POST',
  path: '/api/cases/:applicationId/letter',
  permission: 'confirmation.read',
  input: z.strictObject({ applicationId: Id }),
  output: z.strictObject({ documentId: Id }),
})

/** 送达日期: from it run the days of 复议 and 诉讼. */
export const recordDeliveryEndpoint = endpoint({
  name: 'decision.record-delivery',
  face: 'office',
  method: 'POST',
  path: '/api/cases/:applicationId/letter/delivery',
  permission: 'confirmation.read',
  input: z.strictObject({ applicationId: Id, deliveredOn: Day, delivery: Delivery }),
  output: Done,
})
