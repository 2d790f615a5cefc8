import { createHmac, timingSafeEqual } from 'node:crypto'
import { MAX_SKEW_MS, SIGNATURE_HEADERS, signedText, subjectText } from '@xingtan/contract/authority/request-signature'
import type { FastifyRequest } from 'fastify'

/** `subject.numberHash`: tells the asker whom the answer is about without sending the number back (S-151). */
export function hashNumber(sharedKey: string, requestId: string, documentNumber: string): string {
  return createHmac('sha256', sharedKey).update(subjectText(requestId, documentNumber)).digest('hex')
}

/** Whether the question was signed with the shared key, over exactly this path and body, less than five minutes ago. */
export function isSigned(request: FastifyRequest, body: string, sharedKey: string, now: Date): boolean {
  const header = (name: string) => String(request.headers[name] ?? '')
  const timestamp = header(SIGNATURE_HEADERS.timestamp)
  if (!/^\d{1,15}$/.test(timestamp) || Math.abs(now.getTime() - Number(timestamp)) > MAX_SKEW_MS) return false
  if (header(SIGNATURE_HEADERS.clientKey) === '') return false
  const method = request.method === 'GET' ? 'GET' : 'POST'
  const text = signedText({ timestamp, method, path: request.url, body })
  const expected = createHmac('sha256', sharedKey).update(text).digest()
  const given = Buffer.from(header(SIGNATURE_HEADERS.signature), 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}
