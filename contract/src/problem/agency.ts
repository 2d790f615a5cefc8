import type { ProblemTable } from '../problem-entry.ts'

/** Refusals of the register of agencies. */
export const AGENCY_PROBLEMS = {
  'agency.not-below': {
    status: 403,
    sentence: '机构的名称、权限和接替由上级机构登记，请联系上一级系统管理员办理。',
  },
  'agency.ended': { status: 409, sentence: '“{name}”已由接替机构接管，不能再变更，请在接替机构的登记中办理。' },
  'agency.power-backdated': {
    status: 422,
    sentence: '认定权限只能从今天（{today}）或以后开始或停止，请重新填写日期。',
  },
  'agency.power-held': { status: 409, sentence: '该机构在这段时间内已有此项认定权限，请核对起止日期。' },
  'agency.power-over': { status: 409, sentence: '此项权限已于 {day} 停止或尚未开始，请刷新页面后核对。' },
  'agency.region-outside': { status: 422, sentence: '行政区划代码不在上级机构的辖区内，请核对后填写。' },
  'agency.name-taken': { status: 409, sentence: '同级机构中已有“{name}”，请核对名称或在名称中写明所属地区。' },
  'agency.codes-used-up': { status: 409, sentence: '本省的机构代码已全部使用，请联系国家中心扩充代码。' },
  'agency.level-lowest': { status: 422, sentence: '县级机构下不能再设认定机构，请选择市级或省级机构作为上级。' },
  'agency.profile-phone': {
    status: 422,
    sentence: '咨询电话的格式不正确，请填写带区号的座机、手机或 400 号码，多个号码用顿号分开，例如 0570-3012345。',
  },
  'agency.profile-email': { status: 422, sentence: '咨询邮箱的格式不正确，请核对后填写，例如 jszg@example.gov.cn。' },
  'agency.profile-website': {
    status: 422,
    sentence: '机构网站的格式不正确，请填写以 http:// 或 https:// 开头的完整地址，没有网站可以不填。',
  },
  'agency.profile-names-office': {
    status: 422,
    sentence: '公示信息中不能出现管理信息系统的网址，请删去后再公示。',
  },
  'agency.profile-personal': {
    status: 422,
    sentence: '公示信息中有{name}（{masked}），属于个人信息，请删去后再公示。',
  },
  'agency.profile-changed': { status: 409, sentence: '公示信息刚刚由同事更新，请刷新页面核对后再修改。' },
  'succession.same-agency': { status: 422, sentence: '接替机构不能是原机构自己，请选择另一个机构。' },
  'succession.nation': { status: 422, sentence: '国家中心不能被接替，请选择其他机构。' },
  'succession.has-below': { status: 409, sentence: '原机构下还有 {count} 个未调整的下级机构，请先调整下级机构。' },
  'succession.successor-lacks-power': {
    status: 409,
    sentence: '接替机构还没有{types}的认定权限，请先为接替机构登记这些权限。',
  },
  'succession.ordered-already': { status: 409, sentence: '原机构已有接替安排，请先撤销原安排再重新登记。' },
  'succession.successor-ends': { status: 409, sentence: '接替机构自己也将被接替，请选择最终的接替机构。' },
  'succession.past': { status: 422, sentence: '生效时间不能早于现在，请选择以后的时间或立即生效。' },
  'succession.user-unknown': { status: 422, sentence: '所选转入人员中有人不在原机构，请刷新页面后重新选择。' },
  'succession.same-person': {
    status: 403,
    sentence: '接替安排须由登记人以外的另一位系统管理员批准，请联系同级或上级的系统管理员。',
  },
  'succession.approved-already': { status: 409, sentence: '这项接替安排已经批准，请刷新页面查看。' },
  'succession.over': { status: 409, sentence: '这项接替安排已经生效或已撤销，不能再撤销，请刷新页面查看。' },
} as const satisfies ProblemTable
