import type { QualificationType } from '@xingtan/contract/qualification'

/** What an exam passer of each type passed, and the major that usually leads there (`domain.md` §15.2). */
export interface ExamSubject {
  readonly qualificationType: QualificationType
  readonly subjectName: string
  readonly major: string
  readonly degreeName: string
}

function subject(
  qualificationType: QualificationType,
  subjectName: string,
  major: string,
  degreeName: string,
): ExamSubject {
  return { qualificationType, subjectName, major, degreeName }
}

export const EXAM_SUBJECTS: readonly [ExamSubject, ...ExamSubject[]] = [
  subject(4, '语文', '汉语言文学', '文学学士'),
  subject(1, '幼儿园', '学前教育', '教育学学士'),
  subject(2, '数学', '小学教育', '教育学学士'),
  subject(3, '数学', '数学与应用数学', '理学学士'),
  subject(5, '英语', '英语', '文学学士'),
  subject(6, '机电技术应用', '机械工程', '工学学士'),
  subject(4, '物理', '物理学', '理学学士'),
  subject(2, '语文', '小学教育', '教育学学士'),
  subject(3, '道德与法治', '思想政治教育', '法学学士'),
  subject(1, '幼儿园', '学前教育', '教育学学士'),
  subject(3, '英语', '英语', '文学学士'),
  subject(2, '英语', '英语', '文学学士'),
  subject(4, '英语', '英语', '文学学士'),
  subject(2, '心理健康教育', '应用心理学', '教育学学士'),
  subject(4, '思想政治', '思想政治教育', '法学学士'),
  subject(3, '历史与社会', '历史学', '历史学学士'),
  subject(2, '音乐', '音乐学', '艺术学学士'),
  subject(4, '信息技术', '计算机科学与技术', '工学学士'),
  subject(3, '科学', '科学教育', '教育学学士'),
  subject(2, '体育', '体育教育', '教育学学士'),
  subject(3, '语文', '汉语言文学', '文学学士'),
  subject(4, '数学', '数学与应用数学', '理学学士'),
  subject(2, '小学全科', '小学教育', '教育学学士'),
  subject(5, '数学', '数学与应用数学', '理学学士'),
  // An older name of 道德与法治, as proofs of earlier years print it: consumers must know the alias.
  subject(3, '思想品德', '思想政治教育', '法学学士'),
  subject(3, '美术', '美术学', '艺术学学士'),
  subject(6, '旅游服务与管理', '旅游管理', '管理学学士'),
]
