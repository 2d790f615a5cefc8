/** Owns the editing of `points`, `point_versions`, and reads `appointment_rules`: where and when people are received. */
export { type PointRecord, type RuleRow, findPointRecord, findRule, lockPoint } from './sql.ts'
