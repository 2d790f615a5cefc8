import type { StepName } from '@xingtan/contract/application'

/** The last step is no part of the draft: it shows the application that came of it. */
export type WizardStep = StepName | 'reminder'

/** The eight steps of 教师资格认定报名 in the order and words of the handbook (3.1.2). */
export const WIZARD_STEPS = [
  { id: 'agreement', title: '网上申报协议' },
  { id: 'identity', title: '填写身份信息' },
  { id: 'agency', title: '选择认定机构' },
  { id: 'details', title: '填写认定信息' },
  { id: 'review', title: '确认申报信息' },
  { id: 'notices', title: '注意事项' },
  { id: 'promise', title: '提交认定申请' },
  { id: 'reminder', title: '申报提醒' },
] as const satisfies readonly { readonly id: WizardStep; readonly title: string }[]

/** The handbook's name of a step. */
export function titleOfStep(id: WizardStep): string {
  return WIZARD_STEPS.find((step) => step.id === id)?.title ?? ''
}
