import { KEY_PROOF_HEADER } from '@xingtan/contract/office/security'
import type { ProblemCode } from '@xingtan/contract/problem'
import { clientProblem } from '@xingtan/ui/client-problem'
import { CommandGate, type GatedAct } from '@xingtan/ui/command-gate'
import { ProblemError } from '@xingtan/ui/problem-error'
import { type ReactNode, useMemo, useState } from 'react'
import { KeyProofDialog } from './key-proof-dialog.tsx'

const NEEDED: ProblemCode = 'staff.key-proof-needed'

interface Asked {
  readonly act: GatedAct
  readonly resolve: (headers: Record<string, string>) => void
  readonly reject: (error: ProblemError) => void
}

/**
 * Stands between the pages and their commands: an act the server wants signed anew opens one question, and goes on with
 * the proof. Whoever leaves the question finds everything as it was (S-036).
 */
export function KeyProofGate({ children }: { readonly children: ReactNode }) {
  const [asked, setAsked] = useState<Asked>()
  const gate = useMemo(
    () => ({
      opensFor: (error: ProblemError) => error.code === NEEDED,
      open: (act: GatedAct) =>
        new Promise<Record<string, string>>((resolve, reject) => setAsked({ act, resolve, reject })),
    }),
    [],
  )
  return (
    <CommandGate value={gate}>
      {children}
      {asked !== undefined && (
        <KeyProofDialog
          act={asked.act}
          onProven={(proof) => {
            setAsked(undefined)
            asked.resolve({ [KEY_PROOF_HEADER]: proof })
          }}
          onClose={() => {
            setAsked(undefined)
            asked.reject(new ProblemError(clientProblem('client.not-signed')))
          }}
        />
      )}
    </CommandGate>
  )
}
