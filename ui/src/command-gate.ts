import { createContext } from 'react'
import type { ProblemError } from './problem-error.ts'

/** A command as it was about to go out. */
export interface GatedAct {
  readonly endpoint: string
  readonly input: Record<string, unknown>
}

/** What a site puts between its pages and commands that the server answers with a demand, such as a fresh signature. */
export interface Gate {
  /** Whether this refusal is the demand. */
  opensFor(error: ProblemError): boolean
  /** Headers that meet it; rejects with a ProblemError when the person leaves. */
  open(act: GatedAct): Promise<Readonly<Record<string, string>>>
}

/** Sites without such demands have no gate. */
export const CommandGate = createContext<Gate | undefined>(undefined)
