import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Scenario } from '@xingtan/contract/authority/sandbox-person'
import { SANDBOX_KEY, startTestSandbox } from '../../test/sandbox.ts'
import type { TestSandbox } from '../../test/sandbox.ts'
import { createAuthorities } from './authorities.ts'
import type { Authorities } from './authorities.ts'

let sandbox: TestSandbox
let authorities: Authorities

beforeAll(async () => {
  sandbox = await startTestSandbox()
  authorities = createAuthorities({
    baseUrls: sandbox.http,
    sharedKey: SANDBOX_KEY,
    smtpUrl: sandbox.smtp,
    mailFrom: 'no-reply@example.com',
  })
})
afterAll(() => sandbox.stop())

const asked = async (scenario: Scenario) => {
  const person = await sandbox.findPerson(scenario)
  return { person, question: { name: person.name, documentNumber: person.number } }
}

describe('real-name check', () => {
  test('INT-1: a person of this name and number matches, with sex and birth date', async () => {
    const { person, question } = await asked('graduate')
    expect(await authorities.policeIdentity.check(question)).toEqual({
      kind: 'match',
      facts: { sex: person.sex, birthOn: person.birthOn },
    })
  })

  test('INT-1: another name mismatches in the name, a cancelled registration in the status', async () => {
    const differing = await asked('name-differs-police')
    expect(await authorities.policeIdentity.check(differing.question)).toEqual({ kind: 'mismatch', fields: ['name'] })
    const deceased = await asked('deceased')
    expect(await authorities.policeIdentity.check(deceased.question)).toEqual({ kind: 'mismatch', fields: ['status'] })
  })

  test('INT-1: nobody of this number is not found', async () => {
    const { question } = await asked('unknown-to-police')
    expect(await authorities.policeIdentity.check(question)).toEqual({ kind: 'not-found' })
    expect(await authorities.policeIdentity.check({ name: '无此人', documentNumber: '330802199912249970' })).toEqual({
      kind: 'not-found',
    })
  })

  test('INT-1: names with rare characters and middle dots are asked and answered unharmed', async () => {
    for (let place = 0; place < 8; place += 1) {
      const { name, number } = await sandbox.findPerson('rare-name', place)
      const outcome = await authorities.policeIdentity.check({ name, documentNumber: number })
      expect([name, outcome.kind]).toEqual([name, 'match'])
    }
  })
})

describe('studies', () => {
  test('INT-1: enrolment, education and degree carry the records of the source', async () => {
    const student = await asked('final-term')
    expect(await authorities.chsi.findEnrolment(student.question)).toEqual({
      kind: 'match',
      facts: student.person.enrolment,
    })
    const { person, question } = await asked('graduate')
    const [education] = person.educations
    const [degree] = person.degrees
    const typed = ` ${education?.certificateNumber.toLowerCase()} `
    expect(await authorities.chsi.findEducation(question, typed)).toEqual({ kind: 'match', facts: education })
    expect(await authorities.chsi.findDegree(question, degree?.certificateNumber ?? '')).toEqual({
      kind: 'match',
      facts: degree,
    })
  })

  test('INT-1: a certificate of somebody else mismatches, one that cannot exist is not found without asking', async () => {
    const { question } = await asked('graduate')
    const other = await sandbox.findPerson('graduate', 1)
    const foreign = other.educations[0]?.certificateNumber ?? ''
    expect(await authorities.chsi.findEducation(question, foreign)).toEqual({
      kind: 'mismatch',
      fields: ['name', 'documentNumber'],
    })
    const before = await sandbox.countCalls('chsi')
    expect(await authorities.chsi.findEducation(question, '编号不详')).toEqual({ kind: 'not-found' })
    expect(await sandbox.countCalls('chsi')).toBe(before)
  })

  test('INT-3: a diploma issued on the control page is found from then on', async () => {
    const { person, question } = await asked('final-term')
    const number = person.pendingDiploma?.education.certificateNumber ?? ''
    expect(await authorities.chsi.findEducation(question, number)).toEqual({ kind: 'not-found' })
    await fetch(`${sandbox.http}/control/people/${person.number}/diploma`, { method: 'POST' })
    expect(await authorities.chsi.findEducation(question, number)).toEqual({
      kind: 'match',
      facts: person.pendingDiploma?.education,
    })
    expect(await authorities.chsi.findEnrolment(question)).toMatchObject({ kind: 'match', facts: { status: '毕业' } })
  })
})

describe('exam proofs and Putonghua', () => {
  test('INT-1: every proof of a person comes back, none is not found, another name mismatches', async () => {
    const two = await asked('two-proofs')
    expect(await authorities.exam.listProofs(two.question)).toEqual({
      kind: 'match',
      facts: { proofs: two.person.proofs },
    })
    expect(await authorities.exam.listProofs((await asked('no-proof')).question)).toEqual({ kind: 'not-found' })
    expect(await authorities.exam.listProofs((await asked('name-differs-exam')).question)).toEqual({
      kind: 'mismatch',
      fields: ['name'],
    })
  })

  test('INT-1: a Putonghua result is found by its number, an old one is not', async () => {
    const { person, question } = await asked('graduate')
    const number = person.putonghua[0]?.certificateNumber ?? ''
    expect(await authorities.putonghua.findResult(question, number)).toEqual({
      kind: 'match',
      facts: person.putonghua[0],
    })
    const old = await asked('putonghua-before-2007')
    expect(await authorities.putonghua.findResult(old.question, '3305008001234')).toEqual({ kind: 'not-found' })
  })

  test('S-154: a source that breaks down for one person is down, not a refusal', async () => {
    const { question } = await asked('source-down')
    expect(await authorities.exam.listProofs(question)).toEqual({ kind: 'source-down', because: 'status' })
  })
})

describe('messages', () => {
  test('INT-1: a message is sent once per request id, with the same receipt', async () => {
    const message = { requestId: 'outbox-00000001', phone: '19900000001', template: 'test', text: '验证码 123456。' }
    const first = await authorities.sms.send(message)
    expect(first.kind).toBe('accepted')
    expect(await authorities.sms.send(message)).toEqual(first)
    const inbox = await (await fetch(`${sandbox.http}/inbox/sms?phone=19900000001`)).json()
    expect(inbox).toMatchObject({ messages: [{ text: '验证码 123456。' }] })
  })

  test('INT-1: a Chinese mail arrives whole', async () => {
    const text = '您好：\n您的教师资格认定申请已提交，报名号见系统。䶮㛃𠅤𫖯\n'.repeat(8).trim()
    const subject = '教师资格认定申请已提交，请按时到确认点办理现场确认'
    const sent = await authorities.mail.send({ requestId: 'outbox-00000002', to: 'p0001@example.com', subject, text })
    expect(sent).toEqual({ kind: 'accepted', receipt: '<outbox-00000002@example.com>' })
    const inbox = await (await fetch(`${sandbox.http}/inbox/mail?to=p0001@example.com`)).json()
    expect(inbox).toMatchObject({ messages: [{ subject, text, from: 'no-reply@example.com' }] })
  })

  test('INT-1: a mail server that is away is down, not an error', async () => {
    const nobody = createAuthorities({
      baseUrls: sandbox.http,
      sharedKey: SANDBOX_KEY,
      smtpUrl: 'smtp://127.0.0.1:9',
      mailFrom: 'no-reply@example.com',
    })
    expect(
      await nobody.mail.send({ requestId: 'outbox-00000003', to: 'p0001@example.com', subject: '一', text: '二' }),
    ).toEqual({ kind: 'source-down', because: 'unreachable' })
  })
})
