import { daysBetween } from './calendar-day.ts'

/** 体检结论 as the desk recorded it; the day is legal, Asia/Shanghai. */
export interface MedicalFacts {
  readonly conclusion: 'qualified' | 'unqualified'
  readonly examinedOn: string
}

export type MedicalFault = 'unqualified' | 'future' | 'old'

/**
 * What is wrong with a medical conclusion on a day, `undefined` when nothing is. It is good through the `validityDays`-th
 * day after the examination (policy `medical.validity-days`). 《教师资格条例》实施办法 (教育部令第10号).
 */
export function medicalFaultOf(medical: MedicalFacts, validityDays: number, day: string): MedicalFault | undefined {
  if (medical.conclusion === 'unqualified') return 'unqualified'
  const age = daysBetween(medical.examinedOn, day)
  if (age < 0) return 'future'
  return age > validityDays ? 'old' : undefined
}
