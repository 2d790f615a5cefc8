import type { ProblemTable } from '../problem-entry.ts'

/** Refusals of filings upward (PLN-2). */
export const FILING_PROBLEMS = {
  'filing.title-missing': { status: 422, sentence: '还没有填写通知标题，请填写。' },
  'filing.number-missing': { status: 422, sentence: '还没有填写文号，请填写。' },
  'filing.issued-missing': { status: 422, sentence: '还没有填写印发日期，请填写。' },
  'filing.issued-later': { status: 422, sentence: '印发日期晚于今天（{today}），请核对日期。' },
  'filing.text-missing': { status: 422, sentence: '还没有填写通知正文，请把通知全文粘贴进来。' },
  'filing.photo-rule-missing': {
    status: 422,
    sentence:
      '通知正文没有写明照片要求，缺少：{missing}。请按“近期免冠正面 1 寸彩色白底证件照，JPG/JPEG 格式，不大于 200K”补充。',
  },
  'filing.names-office': {
    status: 422,
    sentence: '正文中出现了工作人员登录地址“{found}”，不得向公众透露，请删去。',
  },
  'filing.scan-missing': { status: 422, sentence: '还没有上传盖章扫描件，请上传 PDF 或 JPG 文件。' },
  'filing.head-missing': { status: 422, sentence: '还没有填写负责人，请填写姓名。' },
  'filing.batch-missing': { status: 422, sentence: '还没有填写认定批次，请至少填写一个教师资格认定批次。' },
  'filing.batch-incomplete': { status: 422, sentence: '第 {row} 个批次缺少：{missing}。请补充。' },
  'filing.batch-order': { status: 422, sentence: '第 {row} 个批次的{span}结束日期早于开始日期，请改正。' },
  'filing.registration-spring': {
    status: 422,
    sentence: '第 {row} 个批次是定期注册，却安排在上半年，请改到下半年。',
  },
  'filing.training-plan-missing': {
    status: 422,
    sentence: '还没有安排培训，每年至少要开展一次全省范围的培训，请补充。',
  },
  'filing.training-incomplete': { status: 422, sentence: '第 {row} 次培训缺少：{missing}。请补充。' },
  'filing.training-order': { status: 422, sentence: '第 {row} 次培训的结束日期早于开始日期，请改正。' },
  'filing.other-year': { status: 422, sentence: '第 {row} {unit}的日期不在 {year} 年，请核对日期。' },
  'filing.leaders-missing': {
    status: 422,
    sentence: '责任人还没有填写完整，缺少：{missing}。主要领导、分管领导、主管部门负责人都要填写，请补充。',
  },
  'filing.stage-missing': { status: 422, sentence: '还没有填写工作环节，请填写报名、体检、现场确认、证书发放等环节。' },
  'filing.stage-incomplete': { status: 422, sentence: '第 {row} 个工作环节缺少：{missing}。请补充。' },
  'filing.stage-order': { status: 422, sentence: '第 {row} 个工作环节的结束日期早于开始日期，请改正。' },
  'filing.hospital-missing': { status: 422, sentence: '还没有填写体检医院，请至少填写一家和它每日可检人数。' },
  'filing.hospital-incomplete': { status: 422, sentence: '第 {row} 家体检医院缺少：{missing}。请补充。' },
  'filing.point-missing': { status: 422, sentence: '还没有填写确认点，请至少填写一个确认点。' },
  'filing.point-incomplete': { status: 422, sentence: '第 {row} 个确认点缺少：{missing}。请补充。' },
  'filing.safety-missing': { status: 422, sentence: '还没有填写防控和安全措施，请填写。' },
  'filing.budget-missing': { status: 422, sentence: '还没有选择经费是否列入预算，请选择。' },
  'filing.not-due': { status: 409, sentence: '本机构没有这一项报送任务，请返回报送事项页面重新选择。' },
  'filing.other-kind': { status: 422, sentence: '提交的内容与报送事项不符，请刷新页面后重新填写。' },
  'filing.edited-meanwhile': { status: 409, sentence: '内容刚刚被另一名工作人员修改，请刷新页面查看后再操作。' },
  'filing.handed-in': { status: 409, sentence: '已经报送，正在等待审核，暂时不能修改；如需修改，请联系上级机构退回。' },
  'filing.nothing-changed': { status: 409, sentence: '内容与已接收的版本相同，没有需要报送的变更，请先修改内容。' },
  'filing.not-waiting': { status: 409, sentence: '这一版已经有审核意见，或者又有了新版本，请刷新页面查看。' },
  'filing.not-receiver': { status: 403, sentence: '这份材料不是向本机构报送的，请由接收机构审核。' },
  'filing.same-person': { status: 403, sentence: '报送和审核不能由同一人完成，请由另一名工作人员审核。' },
  'filing.reason-missing': { status: 422, sentence: '退回时请写明原因，报送机构将按原因修改。' },
} as const satisfies ProblemTable
