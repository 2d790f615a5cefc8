import type { ProblemTable } from '../problem-entry.ts'

/** Refusals around 留言. */
export const THREAD_PROBLEMS = {
  'thread.closed': { status: 409, sentence: '这份申请已撤回，不能再留言，有问题请拨打认定机构的咨询电话。' },
  'thread.too-many': { status: 429, sentence: '您今天已留言 {count} 次，请等待答复，或拨打认定机构的咨询电话。' },
  'thread.personal-data': {
    status: 422,
    sentence: '留言中有{name}（{masked}），请删去后再发送，需要核对号码的请到确认点办理。',
  },
} as const satisfies ProblemTable
