import { PROBLEMS, type ProblemCode, sentenceOf } from '@xingtan/contract/problem'
import { OFFICE_PATHS } from '@xingtan/domain/content-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createMail } from '../../src/external/mail.ts'
import { PUBLIC_ROUTES } from '../../src/face-routes.ts'
import { type TestProduct, startTestProduct } from '../product.ts'
import { OFFICE_ORIGIN } from '../sandbox.ts'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct({ withWorker: false })
})
afterAll(() => product.stop())

const TELLING = new RegExp(
  `${new URL(OFFICE_ORIGIN).host.replace('.', '\\.')}|/(?:${OFFICE_PATHS.join('|')})(?![\\w-])`,
)

describe('nothing public tells where the office is (S-038)', () => {
  const VALUES: Readonly<Record<string, string>> = {
    regionCode: '330802',
    qualificationType: '1',
    agencyCode: '33075',
    noticeId: '6d0f9a52-6f1c-4f3c-9a55-0d7a3f5b1c02',
  }

  /** Every address of a public GET, with its parameters filled in. */
  const addresses = PUBLIC_ROUTES.filter(({ endpoint }) => endpoint.method === 'GET').map(({ endpoint }) => {
    const path = endpoint.path.replaceAll(/:(\w+)/g, (_whole, name: string) => VALUES[name] ?? 'x')
    return `${path}?regionCode=330802&qualificationType=1`
  })

  test('in answers, refusals, headers and pages of the portal', async () => {
    const outside = [
      '/',
      '/robots.txt',
      '/sitemap.xml',
      '/.well-known/security.txt',
      '/office',
      '/nowhere',
      '/api/nowhere',
    ]
    const told: string[] = []
    for (const url of [...addresses, ...addresses.map((one) => one.replace(/\?.*/, '')), ...outside]) {
      const { status, text, headers } = await product.visitor('public').raw({ method: 'GET', url })
      expect(status).toBeLessThan(500)
      if (TELLING.test(`${text}\n${JSON.stringify(headers)}`)) told.push(url)
    }
    expect(addresses.length).toBeGreaterThan(20)
    expect(told).toEqual([])
  })

  test('in the sentences of refusals', () => {
    const codes = Object.keys(PROBLEMS)
    expect(codes.filter((code) => TELLING.test(code))).toEqual([])
    expect(Object.values(PROBLEMS).filter(({ sentence }) => TELLING.test(sentence))).toEqual([])
  })
})

describe('values are never read as a template (S-105)', () => {
  const HOSTILE = [
    '{{constructor}}',
    '{agency}',
    '{place}',
    '%s%n',
    '$&',
    '$1',
    '${1+1}',
    '<%= 1 %>',
    '#{1}',
    '{0}',
    '\\u007b',
  ]

  test.each(HOSTILE)('%s in a sentence stays what it is', (value) => {
    const refusal = { code: 'notice.names-office', values: { place: value, title: value, excerpt: value } } as const
    expect(sentenceOf(refusal)).toContain(`${value}中有${value}（${value}）`)
  })

  test('no sentence is compiled twice: a value that looks like another placeholder is not filled in', () => {
    const values = { place: '{title}', title: '{excerpt}', excerpt: '密' }
    expect(sentenceOf({ code: 'notice.personal-data' satisfies ProblemCode, values })).toContain(
      '{title}中有{excerpt}（密）',
    )
  })

  test('a line break in a subject makes no header of a mail, and marks in a text stay words', async () => {
    const mail = createMail({ smtpUrl: product.config.SMTP_URL, from: 'no-reply@example.com' })
    const subject = '您好 {{constructor}}\r\nBcc: other@example.com\r\nX-Own: 1'
    const text = '%s%n {agency} ${1+1}\r\n.\r\nRCPT TO:<other@example.com>'
    const to = 's105@example.com'
    expect(await mail.send({ requestId: 'outbox-s105', to, subject, text })).toMatchObject({ kind: 'accepted' })
    const read = async (address: string): Promise<string> =>
      (await fetch(`${product.sandbox.http}/inbox/mail?to=${address}`)).text()
    const inbox = await read(to)
    expect(inbox).toContain('{{constructor}}')
    expect(inbox).toContain('%s%n {agency} ${1+1}')
    expect(await read('other@example.com')).not.toContain('constructor')
  })
})
