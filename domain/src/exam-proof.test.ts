import { expect, test } from 'vitest'
import { refuseExamProof } from './exam-proof.ts'
import { shanghaiDay } from './shanghai-time.ts'

const proof = { type: 3, subjectName: '思想品德', validUntil: '2026-06-30' } as const
const applied = { type: 3, subjectName: '道德与法治', appliedOn: '2026-04-20' } as const
const meansTheSame = (type: number, first: string, second: string) =>
  first === second || (type === 3 && [first, second].sort().join() === ['思想品德', '道德与法治'].sort().join())

test.each([
  ['equal type and an alias of the subject', {}, []],
  ['another subject', { subjectName: '语文' }, ['subject-differs']],
  ['another type, whatever the subject', { type: 2 as const }, ['type-differs']],
  ['a day long past', { appliedOn: '2027-01-01' }, ['expired']],
  ['everything at once', { type: 4 as const, appliedOn: '2026-07-01' }, ['expired', 'type-differs']],
])('APP-4 judges a proof against %s', (_sentence, change, faults) => {
  expect(refuseExamProof(proof, { ...applied, ...change }, meansTheSame)).toEqual(faults)
})

test.each([
  ['2026-06-30T15:59:59.999Z', []],
  ['2026-06-30T16:00:00.000Z', ['expired']],
])('S-065 case 3: an application at %s, the edge of the last day in Shanghai, gives %j', (instant, faults) => {
  const appliedOn = shanghaiDay(new Date(instant))
  expect(refuseExamProof(proof, { ...applied, appliedOn }, meansTheSame)).toEqual(faults)
})
