import { describe, expect, test } from 'vitest'
import type { AgencyProfile } from '@xingtan/contract/office/agency-profile'
import { refuseProfile } from './agency-profile.ts'

const profile: AgencyProfile = {
  address: '衢州市柯城区演示路 1 号',
  phone: '0570-3012345',
  email: 'jszg@example.gov.cn',
  hours: '工作日 9:00—17:00',
  notes: '',
  website: 'https://www.example.gov.cn/jyj',
}
const HOSTS = ['office.jszg.example']

describe('机构公示信息', () => {
  test.each<[string, Partial<AgencyProfile>, string[]]>([
    ['takes a land line, a mailbox and a website', {}, []],
    ['takes two numbers, one with an extension', { phone: '0570-3012345-801、0570-3012346' }, []],
    ['takes a mobile and a 400 number', { phone: '13800009999，400-800-1234' }, []],
    ['needs no website', { website: null }, []],
    ['refuses a number without area code', { phone: '3012345' }, ['agency.profile-phone']],
    ['refuses a number list with one wrong number', { phone: '0570-3012345、12' }, ['agency.profile-phone']],
    ['refuses a mailbox without a host', { email: 'jszg@example' }, ['agency.profile-email']],
    ['refuses a website that runs a script', { website: 'javascript:alert(1)' }, ['agency.profile-website']],
    [
      'refuses the address of the office anywhere, in whatever case',
      { notes: '请登录 Office.JSZG.example 办理', website: 'https://office.jszg.example/' },
      ['agency.profile-names-office', 'agency.profile-names-office'],
    ],
    ['takes its own number in the notes', { notes: '也可拨打 0570-3012345 或发至 jszg@example.gov.cn' }, []],
    [
      'S-120 refuses a resident number or a private mobile that slipped in',
      { notes: '张三 330802199912249970，13900009999' },
      ['agency.profile-personal', 'agency.profile-personal'],
    ],
    [
      'says everything at once',
      { phone: 'x', email: 'y', website: 'z' },
      ['agency.profile-phone', 'agency.profile-email', 'agency.profile-website'],
    ],
  ])('%s', (_sentence, change, codes) => {
    expect(refuseProfile({ ...profile, ...change }, HOSTS).map(({ code }) => code)).toEqual(codes)
  })
})
