import { z } from 'zod'
import { endpoint } from '../endpoint.ts'

/** `link` is short-lived and bound to the officer it was made for; with any other session it is 404 (S-047). */
export const getOfficeFileEndpoint = endpoint({
  name: 'file.get-office',
  face: 'office',
  method: 'GET',
  path: '/api/files/:link',
  permission: 'office',
  input: z.strictObject({ link: z.string().min(20).max(120) }),
  output: z.unknown(),
  reply: 'binary',
})
