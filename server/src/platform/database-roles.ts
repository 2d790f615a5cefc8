/**
 * The database roles of the product: `migrator` owns the schema, each face and the worker has its own,
 * `reporter` reads figures, `auditor` reads the audit. Roles belong to the whole PostgreSQL cluster.
 */
export const DATABASE_ROLES = [
  'migrator',
  'public_face',
  'office_face',
  'partner_face',
  'worker',
  'reporter',
  'auditor',
] as const

export type DatabaseRole = (typeof DATABASE_ROLES)[number]

/** One value per role. */
export function forEachRole<Value>(make: (role: DatabaseRole) => Value): Record<DatabaseRole, Value> {
  return {
    migrator: make('migrator'),
    public_face: make('public_face'),
    office_face: make('office_face'),
    partner_face: make('partner_face'),
    worker: make('worker'),
    reporter: make('reporter'),
    auditor: make('auditor'),
  }
}
