import { MachineState } from '@xingtan/contract/evidence'
import { expect, test } from 'vitest'
import { describeState } from './evidence-words.ts'

const words = {
  name: '学历证书',
  source: '学信网',
  differingFields: ['name', 'documentNumber'],
  whenNotFound: '请核对编号。',
  whenMismatch: '请联系学校。',
}

test.each(['waiting', 'source-down', 'limited'] as const)(
  'INT-1: %s says that one may go on and asks nothing',
  (state) => {
    const { tone, sentence } = describeState(state, words)
    expect(tone).toBe('wait')
    expect(sentence).toContain('您可以继续填写')
  },
)

test('PRO-9: a mismatch names the fields that differ and what to do', () => {
  expect(describeState('mismatch', words).sentence).toBe('学信网登记的姓名、证件号码与您账号的不一致。请联系学校。')
})

test('a mismatch in fields we have no word for is said in general', () => {
  expect(describeState('mismatch', { ...words, differingFields: ['x'] }).sentence).toContain('个人信息')
})

test.each(MachineState.options)('%s is said in full sentences', (state) => {
  const { sentence } = describeState(state, words)
  if (state === 'match') expect(sentence).toBeUndefined()
  else expect(sentence).toMatch(/。$/)
})
