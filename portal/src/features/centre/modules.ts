import type { CentreModule } from '../../paths.ts'

/** The seven modules in the order and words of the handbook (2.2); `identity` stands at the address of the centre. */
export const MODULES = [
  { id: 'identity', title: '个人身份信息' },
  { id: 'exam', title: '教师资格考试信息' },
  { id: 'putonghua', title: '普通话证书信息' },
  { id: 'education', title: '学历学籍信息' },
  { id: 'degree', title: '学位证书信息' },
  { id: 'certificate', title: '教师资格证书信息' },
  { id: 'other', title: '其他证书信息' },
] as const satisfies readonly { id: CentreModule | 'identity'; title: string }[]

export type ModuleId = (typeof MODULES)[number]['id']
