import type { ProblemTable } from '../problem-entry.ts'

/** Refusals of the 《认定机构工作信息采集表》. */
export const WORK_INFO_PROBLEMS = {
  'work-info.credit-code': { status: 422, sentence: '统一社会信用代码不正确（18 位，含校验位），请对照登记证书核对。' },
  'work-info.staff-missing': { status: 422, sentence: '工作人员还没有填写，请至少填写一名。' },
  'work-info.staff-name': { status: 422, sentence: '第 {row} 名工作人员没有填写姓名，请补充。' },
  'work-info.staff-mobile': { status: 422, sentence: '第 {row} 名工作人员的手机号码应为 11 位数字，请核对。' },
  'work-info.staff-phone': {
    status: 422,
    sentence: '第 {row} 名工作人员的办公电话格式不正确，请填写带区号的号码，例如 0570-3012345。',
  },
  'work-info.address-missing': { status: 422, sentence: '网络 IP 还没有填写，请至少填写一个。' },
  'work-info.address': {
    status: 422,
    sentence: '第 {row} 个网络 IP“{address}”不正确，请填写 IPv4、IPv6 地址或网段，例如 203.0.113.8 或 203.0.113.0/24。',
  },
  'work-info.scan-missing': { status: 422, sentence: '还没有上传盖章扫描件，请上传 PDF 或 JPG 文件。' },
  'work-info.scan-too-large': { status: 422, sentence: '文件应小于 5 MB，请压缩后重新上传。' },
  'work-info.scan-kind': { status: 422, sentence: '文件只能是 PDF 或 JPG，请另存为这两种格式后重新上传。' },
  'work-info.handed-in': { status: 409, sentence: '采集表已经上报，不能再修改；如需修改，请联系上级机构退回。' },
  'work-info.changed': { status: 409, sentence: '采集表刚刚有了变化，请刷新页面查看后再操作。' },
  'work-info.not-here': { status: 409, sentence: '这份采集表不在本机构手中，请刷新页面查看它现在所在的机构。' },
  'work-info.reason-missing': { status: 422, sentence: '退回时请写明原因，方便下级机构修改。' },
  'work-info.opened-already': { status: 409, sentence: '{year} 年的采集已经发起，请刷新页面查看。' },
  'work-info.not-collector': { status: 403, sentence: '采集由国家中心或省级机构发起，请联系上级机构。' },
  'work-info.due-past': { status: 422, sentence: '截止日期应晚于今天（{today}），请重新填写。' },
} as const satisfies ProblemTable
