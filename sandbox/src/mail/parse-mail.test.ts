import { expect, test } from 'vitest'
import { parseMail } from './parse-mail.ts'

const mail = (...lines: readonly string[]) => Buffer.from(lines.join('\r\n'))

test('reads an encoded subject of several words and a base64 text', () => {
  const subject = Buffer.from('教师资格认定').toString('base64')
  const parsed = parseMail(
    mail(
      'Message-ID: <a@example.com>',
      'From: =?UTF-8?Q?=E6=9D=8F=E5=9D=9B?= <no-reply@example.com>',
      `Subject: =?UTF-8?B?${subject.slice(0, 8)}?=`,
      ` =?UTF-8?B?${subject.slice(8)}?=`,
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('您好，请查收。').toString('base64'),
    ),
  )
  expect(parsed).toEqual({
    messageId: '<a@example.com>',
    from: '杏坛 <no-reply@example.com>',
    subject: '教师资格认定',
    text: '您好，请查收。',
  })
})

test('takes the plain part of a mail that also has HTML', () => {
  const parsed = parseMail(
    mail(
      'Subject: test',
      'Content-Type: multipart/alternative; boundary="cut"',
      '',
      '--cut',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<b>no</b>',
      '--cut',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      '=E6=82=A8=E5=A5=BD =3D=',
      ' ok',
      '--cut--',
    ),
  )
  expect(parsed.text).toBe('您好 = ok')
})
