import { OfficeRole } from '@xingtan/contract/office/session'
import { type SignedInOfficer, hasRole } from '../session/officer-context.ts'

interface Destination {
  readonly to: string
  readonly title: string
  /** Roles that work there; empty means everybody. */
  readonly roles: readonly OfficeRole[]
}

export interface DestinationGroup {
  readonly title: string
  readonly places: readonly Destination[]
}

const CASE_ROLES: readonly OfficeRole[] = ['confirm', 'vet', 'review', 'approve']

/** Everybody but the auditor, who leaves no receipts. */
const CHANNEL_ROLES: readonly OfficeRole[] = OfficeRole.options.filter((role) => role !== 'audit')

/** Every page one can go to, in the groups of the menu. */
const GROUPS: readonly DestinationGroup[] = [
  {
    title: '办件',
    places: [
      { to: '/', title: '我的工作', roles: [] },
      { to: '/queue', title: '排队叫号', roles: ['confirm'] },
      { to: '/desk', title: '现场确认', roles: ['confirm'] },
      { to: '/online', title: '网上审核', roles: ['confirm'] },
      { to: '/unread-messages', title: '未读留言', roles: ['confirm', 'review', 'approve'] },
      { to: '/medical-import', title: '体检结论', roles: ['confirm'] },
      { to: '/service', title: '服务申请', roles: ['confirm'] },
      { to: '/cases', title: '办理队列', roles: CASE_ROLES },
      { to: '/vetting', title: '背景核查', roles: ['vet'] },
      { to: '/vetting/papers', title: '纸质核查证明', roles: ['vet', 'approve'] },
      { to: '/certificates', title: '证书档案', roles: CASE_ROLES },
      { to: '/appeals', title: '复查申请', roles: ['review', 'approve'] },
      { to: '/exceptions', title: '移送与更正', roles: ['review', 'approve'] },
      { to: '/supervision', title: '督办', roles: ['plan', 'review', 'approve', 'statistics'] },
    ],
  },
  {
    title: '计划',
    places: [
      { to: '/filings', title: '报送事项', roles: ['plan'] },
      { to: '/trainings', title: '培训记录', roles: ['plan', 'users'] },
      { to: '/plans', title: '计划一览', roles: ['plan'] },
      { to: '/points', title: '确认点', roles: ['plan', 'confirm'] },
    ],
  },
  {
    title: '政策',
    places: [
      { to: '/policies', title: '政策目录', roles: [] },
      { to: '/calendar', title: '工作日历', roles: ['plan'] },
      { to: '/windows', title: '全国开放时间', roles: [] },
      { to: '/proposals', title: '变更提议', roles: ['plan'] },
    ],
  },
  {
    title: '机构',
    places: [
      { to: '/agencies', title: '机构与权限', roles: ['system'] },
      { to: '/work-info', title: '工作信息采集', roles: ['users'] },
      { to: '/agency-profile', title: '机构公示信息', roles: ['plan', 'publicity'] },
    ],
  },
  {
    title: '人员',
    places: [
      { to: '/staff', title: '人员备案', roles: ['users'] },
      { to: '/staff-filings', title: '待备案', roles: ['users'] },
      { to: '/delegations', title: '委托授权', roles: [] },
      { to: '/handovers', title: '交接清单', roles: [] },
      { to: '/custody', title: '保管登记', roles: ['users'] },
      { to: '/relations', title: '回避申报', roles: CASE_ROLES },
      { to: '/passkey-codes', title: '登记码', roles: ['users'] },
    ],
  },
  {
    title: '限制库',
    places: [
      { to: '/restrictions', title: '限制库记录', roles: ['restrict'] },
      { to: '/restriction-hits', title: '命中核对', roles: ['restrict'] },
      { to: '/exam-bars', title: '考试限制交换', roles: ['restrict'] },
    ],
  },
  {
    title: '公开',
    places: [
      { to: '/notices', title: '公告', roles: ['publicity', 'plan'] },
      { to: '/questions', title: '常见问题', roles: ['publicity'] },
      { to: '/consultations', title: '咨询投诉举报', roles: ['publicity', 'restrict'] },
      { to: '/channel', title: '通知与手册', roles: CHANNEL_ROLES },
    ],
  },
  {
    title: '管理',
    places: [
      { to: '/security/sessions', title: '在线会话', roles: ['security'] },
      { to: '/security/addresses', title: '登录地址', roles: ['security'] },
      { to: '/security/events', title: '登录告警', roles: ['security'] },
      { to: '/security/emergency', title: '应急账号', roles: ['security', 'system'] },
      { to: '/audit', title: '审计查询', roles: ['audit'] },
    ],
  },
]

/** The groups this officer has a place in, without the rest. */
export function listDestinations(officer: SignedInOfficer): DestinationGroup[] {
  return GROUPS.map(({ title, places }) => ({
    title,
    places: places.filter(({ roles }) => roles.length === 0 || hasRole(officer, ...roles)),
  })).filter(({ places }) => places.length > 0)
}
