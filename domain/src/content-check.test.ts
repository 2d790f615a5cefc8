import { describe, expect, test } from 'vitest'
import { OFFICE_PATHS, checkContent, mayOverride, namesOffice } from './content-check.ts'

const RULES = {
  officeHosts: ['office.example.cn'],
  publicContacts: ['jszg@qz163.example', '0570-3012345', '13800138000'],
}
const check = (text: string) => checkContent([{ place: '正文', text }], RULES)
const kindsIn = (text: string) => check(text).map(({ severity, kind }) => `${severity} ${kind}`)

describe('the check of public texts', () => {
  test.each([
    ['plainly', '请登录 https://office.example.cn/ 办理'],
    ['in capitals', 'OFFICE.Example.CN'],
    ['with a full stop for a dot', 'office。example。cn'],
    ['in full-width letters', 'ｏｆｆｉｃｅ．ｅｘａｍｐｌｅ．ｃｎ'],
    ['with spaces', 'office . example . cn'],
    ['with escapes', 'https://%6fffice%2eexample%2ecn'],
    ['with dots in brackets', 'office[.]example(dot)cn'],
    ['with invisible characters', 'off\u200bice.exam\u00adple.cn'],
    ['as a subdomain', 'http://www.office.example.cn/x'],
  ])('an office address written %s is blocked (S-040)', (_how, text) => {
    expect(kindsIn(text)).toEqual(['block office-address'])
    expect(namesOffice(text, RULES.officeHosts)).toBe(true)
  })

  test.each(OFFICE_PATHS)('the path /%s of the office is blocked (S-040)', (path) => {
    expect(kindsIn(`见 https://10.1.2.3:8443/${path}/1`)).toEqual(['block office-address'])
    expect(kindsIn(`见 https://www.example.cn/${path}ing-news`)).toEqual([])
  })

  test('the name of the product is blocked, words about the system only warn (S-040)', () => {
    expect(kindsIn('请使用杏坛办理')).toEqual(['block product-name'])
    expect(kindsIn('请参阅《申请人操作手册》，不要登录后台。')).toEqual(['warn system-word', 'warn system-word'])
    expect(kindsIn('请登录教师资格管理信息系统的网址')).toEqual(['warn system-word'])
    expect(kindsIn('使用教师资格管理信息系统认定的教师资格证书')).toEqual([])
  })

  test('a person is blocked, what an agency published of itself is not, mailboxes of authorities warn (S-120)', () => {
    expect(kindsIn('330802199912249970')).toEqual(['block identity-number'])
    expect(kindsIn('李老师 13900139000，qq@example.com')).toEqual(['block mobile', 'block mailbox'])
    expect(kindsIn('咨询 13800138000，JSZG@qz163.example')).toEqual([])
    expect(kindsIn('咨询邮箱 jszg@edu.example.gov.cn')).toEqual(['warn office-mailbox'])
  })

  test('every finding says where it stands, and a person is never shown whole', () => {
    const findings = checkContent(
      [
        { place: '标题', text: '后台' },
        { place: '附件「名单.xlsx」', text: '13900139000' },
      ],
      RULES,
    )
    expect(findings).toEqual([
      { severity: 'warn', kind: 'system-word', place: '标题', excerpt: '后台' },
      { severity: 'block', kind: 'mobile', place: '附件「名单.xlsx」', excerpt: '139****9000' },
    ])
  })

  test('only what names the system may be let pass, never a person', () => {
    const findings = check('office.example.cn 杏坛 330802199912249970')
    expect(findings.filter(mayOverride).map(({ kind }) => kind)).toEqual(['office-address', 'product-name'])
  })

  test('an ordinary announcement passes without a word', () => {
    const text =
      '网上报名时间为 2026年9月14日至25日17:00，请登录中国教师资格网（https://www.jszg.example.cn）。电话 0570-3012345。'
    expect(check(text)).toEqual([])
    expect(namesOffice(text, RULES.officeHosts)).toBe(false)
  })
})
