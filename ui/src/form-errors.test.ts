import { expect, test } from 'vitest'
import { z } from 'zod'
import { clientProblem } from './client-problem.ts'
import { errorOf, problemErrors, refusalsOf } from './form-errors.ts'
import { ProblemError } from './problem-error.ts'

const Input = z.strictObject({
  name: z.string().min(1, { error: '请填写姓名。' }).regex(/^\D*$/, { error: '姓名中有数字。' }),
  phone: z.string().regex(/^1\d{10}$/, { error: '请填写 11 位手机号码。' }),
})

function refusal(reasons: { code: string; sentence: string; field?: string }[], status = 422) {
  const document = { ...clientProblem('client.unavailable', { status, correlationId: 'A1' }), reasons }
  return new ProblemError(document)
}

test('tells one sentence for every field that is wrong', () => {
  expect(refusalsOf(Input, { name: '', phone: '12' })).toEqual([
    { fieldId: 'name', sentence: '请填写姓名。' },
    { fieldId: 'phone', sentence: '请填写 11 位手机号码。' },
  ])
  expect(refusalsOf(Input, { name: '林知夏', phone: '19900000001' })).toEqual([])
})

test('keeps every reason of the server with its field', () => {
  const error = refusal([
    { code: 'a', sentence: '一。', field: 'name' },
    { code: 'b', sentence: '还有。', field: 'name' },
    { code: 'account.code-wrong', sentence: '二。' },
  ])
  const form = { attempt: 1, ...problemErrors(error, { 'account.code-wrong': 'code' }) }
  expect(errorOf(form, 'name')).toBe('一。还有。')
  expect(errorOf(form, 'code')).toBe('二。')
  expect(form.correlationId).toBeUndefined()
})

test('gives the id when the system failed or no reason came', () => {
  expect(problemErrors(refusal([{ code: 'request.failed', sentence: '故障。' }], 500)).correlationId).toBe('A1')
  expect(problemErrors(refusal([]))).toMatchObject({ correlationId: 'A1', errors: [{ sentence: expect.any(String) }] })
})
