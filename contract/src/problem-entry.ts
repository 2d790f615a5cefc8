/** HTTP status and sentence of one refusal code; `{name}` in the sentence is filled from the refusal's values. */
export interface ProblemEntry {
  readonly status: number
  readonly sentence: string
}

export type ProblemTable = Readonly<Record<string, ProblemEntry>>
