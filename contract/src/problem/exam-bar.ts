import type { ProblemTable } from '../problem-entry.ts'

/** Refusals around lists of the exam authority. */
export const EXAM_BAR_PROBLEMS = {
  'exam-bar.level': {
    status: 403,
    sentence: '考试机构的名单由全国和省级主管部门导入，请把名单报送上级主管部门。',
  },
  'exam-bar.columns': { status: 422, sentence: '名单缺少这些列：{titles}。请按模板的列名整理后重新上传。' },
  'exam-bar.no-rows': { status: 422, sentence: '名单中没有内容，请核对后重新上传。' },
  'exam-bar.too-many': { status: 422, sentence: '名单超过 {count} 行，请分成几份分别上传。' },
  'exam-bar.same-file': { status: 409, sentence: '这份名单已经上传过，请在列表中打开原来的一份继续办理。' },
  'exam-bar.fetching': { status: 409, sentence: '正在向考试机构获取名单，请等待结果，不需要再次获取。' },
  'exam-bar.not-read': { status: 409, sentence: '这份名单已经导入或者还没有获取到，请刷新页面查看。' },
  'exam-bar.nothing-new': { status: 409, sentence: '名单中没有可以导入的新记录，请查看每一行的说明。' },
  'exam-bar.not-pending': { status: 409, sentence: '这份名单不在待复核状态，请刷新页面查看。' },
  'exam-bar.day': { status: 422, sentence: '{title}须是日期，请写成 2026-09-14 的样式。' },
} as const satisfies ProblemTable
