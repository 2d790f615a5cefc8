/** One SQL question of the checker: every row of its one text column is a breach, named by ids only. */
export interface SqlCheck {
  readonly id: InvariantId
  readonly sql: string
}

/** What each invariant says, in the order of its number; those of tables that do not exist yet are left out. */
export const INVARIANTS = {
  'I-01': 'every acknowledged registration number exists with the content it was acknowledged for',
  'I-02': 'one idempotency key has one effect and one stored answer',
  'I-03': 'registration numbers are unique, well formed and never lost',
  'I-04': 'certificate serials run 1…n without hole and the digits match the decision',
  'I-05': 'a proof that may be used once is held or used up by one case',
  'I-06': 'one live application a person and round, one recognition a calendar year',
  'I-07': 'each decision has one audit event, the chains verify and hold every published checkpoint',
  'I-08': 'the status of a case is what its events lead to',
  'I-09': 'no event follows another outside the state table',
  'I-10': 'a positive decision rests on vetting, bar checks and two filed persons, all before it',
  'I-12': 'everything in the outbox is delivered or will be tried again',
  'I-13': 'every referenced file is there with its content, no orphan is older than 24 hours',
  'I-14': 'no slot holds more bookings than places, and its counter is the number of its bookings',
  'I-16': 'nothing is public outside its window',
  'I-17': 'no session, key or delegation of a disabled user, of a person who has left or without filing',
  'I-18': 'no row reaches into another agency',
  'I-19': 'time never runs backwards inside a case and is stored with its zone',
  'I-20': 'no document number or phone in queues, outcomes, histories, audit or logs',
} as const

export type InvariantId = keyof typeof INVARIANTS

/** A thing that breaks an invariant, said with ids and codes only. */
export interface Breach {
  readonly id: InvariantId
  readonly what: string
}
