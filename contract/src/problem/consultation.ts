import type { ProblemTable } from '../problem-entry.ts'

/** Refusals of 咨询、投诉、举报. */
export const CONSULTATION_PROBLEMS = {
  'consultation.topic-mismatch': { status: 422, sentence: '这个事项不属于所选的类别，请重新选择事项。' },
  'consultation.desk-unknown': { status: 422, sentence: '没有找到所选的机构，请重新选择地区和机构。' },
  'consultation.subject-nation': {
    status: 422,
    sentence: '投诉请选择被投诉的省、市、县级机构，由它的上一级机构办理；对网站的意见请选择“咨询”。',
  },
  'consultation.title-number': {
    status: 422,
    sentence: '标题中有证件号码或手机号码，请删去；需要说明的，请写在具体内容中。',
  },
  'consultation.anonymous-kind': { status: 422, sentence: '只有举报可以匿名，咨询和投诉请验证手机号码或登录后提交。' },
  'consultation.proof-refused': { status: 422, sentence: '安全验证已失效，请重新完成安全验证后提交。' },
  'consultation.daily-limit': {
    status: 429,
    sentence: '今天提交的次数已达到上限，请 {seconds} 秒后再提交，或拨打机构公布的咨询电话。',
  },
  'consultation.not-found': {
    status: 404,
    sentence: '没有找到这个受理编号和查询码对应的事项，请对照受理回执核对后再查询。',
  },
  'consultation.tries-over': { status: 429, sentence: '查询太频繁，请 {seconds} 秒后再查询。' },
  'consultation.answered': {
    status: 409,
    sentence: '这个事项已经答复，不能再办理或补充材料；仍有问题的，请重新提交。',
  },
  'consultation.not-answered': { status: 409, sentence: '这个事项还没有答复，请在收到答复后再评价。' },
  'consultation.rated': { status: 409, sentence: '您已经评价过这次办理，感谢您的意见，无需再次提交。' },
  'consultation.evidence-full': { status: 422, sentence: '每个事项最多上传 {most} 份材料，请合并后在重新提交时上传。' },
  'consultation.file-too-large': { status: 422, sentence: '文件应小于 5 MB，请压缩后重新上传。' },
  'consultation.file-kind': { status: 422, sentence: '文件只能是 PDF 或 JPG，请另存为这两种格式后重新上传。' },
  'consultation.file-unsafe': {
    status: 422,
    sentence: '这个文件已加密、已损坏或含有脚本等可执行内容，请重新导出一份普通文件后上传。',
  },
  'consultation.not-here': { status: 409, sentence: '这个事项不在本机构办理，请刷新页面查看它现在所在的机构。' },
  'consultation.handler-unknown': { status: 422, sentence: '所选的人员不能办理这类事项，请重新选择本机构的办理人员。' },
  'consultation.outcome-mismatch': { status: 422, sentence: '这个办理结果不适用于此类事项，请重新选择办理结果。' },
  'consultation.target-unknown': {
    status: 422,
    sentence: '只能转给本机构的上级机构或下级机构，请重新选择；平级机构请经共同的上级转办。',
  },
  'consultation.target-subject': { status: 422, sentence: '投诉不能转给被投诉的机构办理，请选择其他机构。' },
  'consultation.transfers-over': {
    status: 422,
    sentence: '这个事项已经转办 {most} 次，不能再转，请由本机构办理并答复。',
  },
  'consultation.anonymous': {
    status: 409,
    sentence: '这是匿名举报，没有联系方式，请通过受理编号下的答复与举报人沟通。',
  },
  'consultation.refer-kind': { status: 422, sentence: '只有举报可以登记转入核查的情况，请返回后选择其他操作。' },
} as const satisfies ProblemTable
