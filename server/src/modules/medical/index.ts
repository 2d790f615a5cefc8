/** Owns `medical_records`, `medical_imports`, `medical_unmatched`: 体检结论 ahead of the desk. Class C3. */
export { hasMedicalRecord, listMedicalRecords } from './sql.ts'
