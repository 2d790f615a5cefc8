/** How far a case has come; each state has the rows and events of its way. */
export type CaseStep =
  | 'submitted'
  | 'withdrawn'
  | 'confirmation-refused'
  | 'confirmed'
  | 'vetted'
  | 'reviewed'
  | 'recognised'
  | 'not-recognised'

export interface CaseWish {
  readonly step: CaseStep
  readonly agencyCode?: string
  readonly pointId?: string
  readonly personIndex?: Buffer
  readonly sex?: 1 | 2
  readonly isStudent?: boolean
  /** Person who reviewed; a fresh one unless told. */
  readonly reviewerPersonId?: string
  readonly dueOn?: string
  readonly putonghuaState?: string
  readonly putonghuaGrade?: string
  readonly withoutOffenceConsent?: boolean
  readonly answeredAt?: string
  readonly examinedOn?: string
  /** A person who exists elsewhere, for example in the sandbox. */
  readonly person?: { readonly name: string; readonly number: string }
}
