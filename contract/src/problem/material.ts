import type { ProblemTable } from '../problem-entry.ts'

/** Refusals around materials handed in online. */
export const MATERIAL_PROBLEMS = {
  'material.not-offered': {
    status: 409,
    sentence: '该认定机构没有开通全程网办，请按确认时间携带材料到确认点办理。',
  },
  'material.not-now': { status: 409, sentence: '这份申请目前不能上传材料，请查看认定状态下方的说明。' },
  'material.window-over': { status: 409, sentence: '确认时间已于{day}结束，不能再提交材料，请咨询认定机构。' },
  'material.unknown': { status: 422, sentence: '这一项材料不在您的材料清单中，请刷新页面后重新选择。' },
  'material.locked': { status: 409, sentence: '“{name}”已经提交，正在审核或已审核通过，不能更换。' },
  'material.missing': { status: 409, sentence: '还没有上传“{name}”，请选择 PDF 文件上传。' },
  'material.still-rejected': { status: 409, sentence: '“{name}”需要更换，请按审核意见重新上传。' },
  'material.nothing-new': { status: 409, sentence: '材料都已提交，没有需要再次提交的内容，请等待审核结果。' },
  'material.too-large': { status: 413, sentence: '文件须小于 1M，请压缩或者降低扫描分辨率后重新上传。' },
  'material.not-pdf': { status: 422, sentence: '只接收 PDF 文件，请把材料扫描或另存为 PDF 后重新上传。' },
  'material.name-tricky': { status: 422, sentence: '文件名中有不能使用的符号，请改成普通文字和“.pdf”后重新上传。' },
  'material.pdf-active': {
    status: 422,
    sentence: '这个 PDF 文件含有脚本、附件、表单或自动打开的内容，请用扫描或“打印为 PDF”的方式重新生成后上传。',
  },
  'material.pdf-encrypted': { status: 422, sentence: '这个 PDF 文件设有密码，请去掉密码后重新上传。' },
  'material.pdf-damaged': { status: 422, sentence: '这个 PDF 文件不完整或者无法读取，请重新生成后上传。' },
  'material.pdf-too-heavy': {
    status: 422,
    sentence: '这个 PDF 文件的页数或者展开后的内容太多，请控制在 {pages} 页以内并重新生成后上传。',
  },
  'material.unjudged': { status: 409, sentence: '“{name}”还没有审核，请先逐项审核，再一次告知全部问题。' },
  'material.no-defect': { status: 409, sentence: '没有需要补正的材料，请写明需要申请人修改的内容，或者办理确认。' },
  'material.reason-needed': { status: 422, sentence: '不接受“{name}”时，请至少选择一条原因。' },
  'material.reason-surplus': { status: 422, sentence: '接受“{name}”时不需要原因，请清除所选的原因。' },
  'material.changed': { status: 409, sentence: '申请人刚刚更换了材料，请刷新页面后按新的材料审核。' },
  'material.due-past': { status: 422, sentence: '补正期限须在今天之后，请重新选择日期。' },
  'material.due-after-window': { status: 422, sentence: '补正期限不能晚于确认截止日 {day}，请重新选择日期。' },
  'material.due-reason-needed': { status: 422, sentence: '所选期限与规定的天数不同，请写明原因。' },
  'material.no-open-request': { status: 409, sentence: '这份申请没有等待补正的事项，不能延长时间；请刷新页面查看。' },
  'material.due-not-later': { status: 422, sentence: '新的期限须晚于原来的 {day}，请重新选择日期。' },
} as const satisfies ProblemTable
