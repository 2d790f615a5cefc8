import type { ProblemTable } from '../problem-entry.ts'

/** Refusals that any request may meet. */
export const REQUEST_PROBLEMS = {
  'request.invalid': { status: 400, sentence: '{sentence}' },
  'request.malformed': { status: 400, sentence: '请求的格式不正确，请刷新页面后重试。' },
  'request.too-large': { status: 413, sentence: '上传的内容太大，请缩小文件后重试。' },
  'request.wrong-origin': { status: 403, sentence: '请求不是从本网站的页面发出的，请在本网站的页面中重新操作。' },
  'request.key-missing': { status: 400, sentence: '请求缺少操作编号，请刷新页面后重试。' },
  'request.key-reused': { status: 422, sentence: '同一次操作的内容前后不一致，请刷新页面后重新提交。' },
  'request.not-found': { status: 404, sentence: '没有找到您要的内容，请检查地址或从首页重新进入。' },
  'request.not-allowed': { status: 403, sentence: '您的账号没有这项权限，请联系本机构的管理员。' },
  'request.sign-in-needed': { status: 401, sentence: '您还没有登录或登录已超时，请重新登录。' },
  'request.too-many': { status: 429, sentence: '操作太频繁，请等待 {seconds} 秒后再试。' },
  'request.busy': { status: 503, sentence: '系统正忙，请等待几秒后重试，您填写的内容不会丢失。' },
  'request.failed': {
    status: 500,
    sentence: '系统出现故障，您的操作没有完成，请稍后重试；如再次出现，请向客服提供下面的编号。',
  },
  'file.storage-full': { status: 507, sentence: '文件暂时无法保存，请稍后重新上传；其他步骤可以继续填写。' },
  'file.sheet-unreadable': {
    status: 422,
    sentence: '这个文件不是可以读取的 Excel 工作簿（.xlsx），请用 Excel 或 WPS 另存为“.xlsx”后重新上传。',
  },
  'file.sheet-too-large': {
    status: 413,
    sentence: '表格太大或行数、列数、单元格文字超过了上限，请分成几份后分别上传。',
  },
  'file.sheet-active': {
    status: 422,
    sentence: '表格中含有宏、外部链接或不允许的内容，请新建一份只有数据的“.xlsx”文件后重新上传。',
  },
  'file.sheet-formula': {
    status: 422,
    sentence: '表格第 {row} 行含有公式，请复制后用“选择性粘贴—数值”改成文字再上传。',
  },
  'file.missing': { status: 400, sentence: '没有收到文件，请重新选择文件后上传。' },
} as const satisfies ProblemTable
