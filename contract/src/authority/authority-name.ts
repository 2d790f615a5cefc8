import { z } from 'zod'

/** Every outside authority that answers over signed JSON; also the first part of its path, for example `/chsi/v1/…`. */
export const AuthorityName = z.enum([
  'police-identity',
  'chsi',
  'putonghua',
  'exam',
  'crime',
  'offence',
  'sms',
  'sms-backup',
])
export type AuthorityName = z.infer<typeof AuthorityName>

/** Official names, as shown to people beside what the authority said. */
export const AUTHORITY_TITLES: Readonly<Record<AuthorityName, string>> = {
  'police-identity': '公安人口信息',
  chsi: '学信网',
  putonghua: '国家普通话水平测试',
  exam: '中小学教师资格考试',
  crime: '无犯罪记录核查',
  offence: '性侵违法犯罪信息查询',
  sms: '短信平台',
  'sms-backup': '备用短信平台',
}
