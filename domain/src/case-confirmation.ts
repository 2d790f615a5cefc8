import type { Refusal } from '@xingtan/contract/problem'
import { type MedicalFacts, medicalFaultOf } from './case-medical.ts'

/** Reasons why the desk cannot accept this medical conclusion (CNF-5). 《教师资格条例》实施办法 (教育部令第10号). */
export function refuseMedicalAtDesk(medical: MedicalFacts, validityDays: number, day: string): Refusal[] {
  const field = 'medical.examinedOn'
  switch (medicalFaultOf(medical, validityDays, day)) {
    case 'unqualified':
      return [{ code: 'confirmation.medical-unqualified', field: 'medical.conclusion' }]
    case 'future':
      return [{ code: 'confirmation.medical-future', field }]
    case 'old':
      return [{ code: 'confirmation.medical-old', field, values: { days: validityDays } }]
    case undefined:
      return []
  }
}
