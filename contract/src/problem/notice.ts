import type { ProblemTable } from '../problem-entry.ts'

/** Announcements and 常见问题: why a text is not published as it stands. */
export const NOTICE_PROBLEMS = {
  'notice.over': { status: 410, sentence: '这条公告已经到期或撤下，请返回公告列表查看现行公告。' },
  'notice.names-office': {
    status: 422,
    sentence:
      '{place}中有{title}（{excerpt}），不得向公众透露，请删去后再保存。确有必要公布的，请报省级教育行政部门说明理由后发布。',
  },
  'notice.personal-data': {
    status: 422,
    sentence: '{place}中有{title}（{excerpt}），公布前请删去涉及个人隐私的内容。',
  },
  'notice.window': { status: 422, sentence: '撤下时间应晚于发布时间和现在，请重新填写。' },
  'notice.region-outside': { status: 422, sentence: '发布范围应是本机构所在地区或其下级地区，请重新选择。' },
  'notice.changed': { status: 409, sentence: '这条公告已被其他人修改或办理，请刷新页面查看最新内容后再操作。' },
  'notice.same-person': { status: 409, sentence: '本级公告须由另一名工作人员审核，请联系本机构的公告或计划管理人员。' },
  'notice.not-open': { status: 409, sentence: '这条公告不在可以修改的状态，请刷新页面查看最新情况。' },
  'notice.not-out': { status: 409, sentence: '这条公告没有在公布，不需要撤下，请刷新页面查看最新情况。' },
  'notice.not-below': { status: 409, sentence: '这条公告不是下级机构正在公布的公告，请刷新页面后重新选择。' },
  'notice.takedown-open': { status: 409, sentence: '已有撤下这条公告的提议，请等待另一名工作人员审核。' },
  'notice.takedown-decided': { status: 409, sentence: '这份撤下提议已经办结，请刷新页面查看结果。' },
  'notice.takedown-same-person': { status: 409, sentence: '撤下须由两人办理，请由另一名公告或计划管理人员审核。' },
  'notice.override-not-allowed': {
    status: 403,
    sentence: '只有省级和国家级机构可以说明理由后放行，请删去有关内容或报省级教育行政部门。',
  },
  'notice.attachment-kind': {
    status: 422,
    sentence: '附件只支持 PDF、JPG、PNG、XLSX 和 DOCX 文件，请换一个文件上传。',
  },
  'notice.attachment-active': {
    status: 422,
    sentence: '附件中有宏、脚本、嵌入文件或加密内容，请另存为普通文件后再上传。',
  },
  'notice.attachment-unreadable': { status: 422, sentence: '附件无法读取，不能核对内容，请重新导出后再上传。' },
  'notice.attachment-name': {
    status: 422,
    sentence: '附件名称中有不能使用的符号或与内容不符，请改名后再上传。',
  },
  'notice.attachment-unknown': { status: 422, sentence: '有一个附件不属于这条公告，请重新上传该附件。' },
  'question.changed': { status: 409, sentence: '这个问题已被其他人修改，请刷新页面查看最新内容后再保存。' },
} as const satisfies ProblemTable
