import type { ProblemTable } from '../problem-entry.ts'

/** Refusals of the internal channel. */
export const CHANNEL_PROBLEMS = {
  'channel.to-missing': { status: 422, sentence: '请选择发给哪个机构。' },
  'channel.to-unneeded': { status: 422, sentence: '发给全部下级时不需要选择机构，请清除后再发送。' },
  'channel.to-unreachable': { status: 422, sentence: '只能发给直接上级机构或下级机构，请重新选择。' },
  'channel.nobody-below': { status: 422, sentence: '本机构没有下级机构，请选择发给上级机构。' },
  'channel.read-by-past': { status: 422, sentence: '阅读期限不能早于今天（{today}），请重新填写。' },
  'channel.read-by-needs-receipt': { status: 422, sentence: '填写阅读期限时，请同时选择需要确认已读。' },
  'channel.file-unknown': { status: 422, sentence: '有附件没有上传成功，请删除后重新上传。' },
  'channel.file-kind': { status: 422, sentence: '附件只能是 PDF、JPG 或 PNG，请另存为这些格式后重新上传。' },
  'channel.file-too-large': { status: 422, sentence: '附件应小于 5 MB，请压缩后重新上传。' },
  'channel.file-unsafe': {
    status: 422,
    sentence: '这个文件已加密、已损坏或含有脚本等可执行内容，请重新导出一份普通文件后上传。',
  },
  'channel.withdrawn': { status: 409, sentence: '这份文件已经撤回，请刷新页面查看。' },
  'channel.reminded-today': { status: 409, sentence: '今天已经提醒过，请明天再提醒，或电话联系未读的机构。' },
  'channel.no-receipt': { status: 409, sentence: '这份文件不需要确认已读，阅读即可。' },
} as const satisfies ProblemTable
