import { useMutation, useQuery } from '@tanstack/react-query'
import { beginKeyProofEndpoint, finishKeyProofEndpoint } from '@xingtan/contract/office/security'
import type { KeyProof, KeyQuestion } from '@xingtan/contract/office/session'
import { call } from '@xingtan/ui/call'
import type { GatedAct } from '@xingtan/ui/command-gate'
import { QueryState } from '@xingtan/ui/components/query-state'
import type { ProblemError } from '@xingtan/ui/problem-error'
import { Button } from 'antd'
import { Dialog } from '../components/dialog.tsx'
import { KeyAnswer } from '../components/key-answer.tsx'
import { ProblemAlert } from '../components/problem-alert.tsx'
import { keyConsequence } from '../session/key-consequence.ts'

/** A question lives 60 seconds: while the officer reads, a fresh one is fetched in time. */
const FRESH_MS = 40_000

interface KeyProofDialogProps {
  readonly act: GatedAct
  readonly onProven: (proof: string) => void
  readonly onClose: () => void
}

/** 请用密钥确认: names the consequence, then the key that opened this session signs this very act. */
export function KeyProofDialog({ act, onProven, onClose }: KeyProofDialogProps) {
  const question = useQuery<KeyQuestion, ProblemError>({
    queryKey: [beginKeyProofEndpoint.name, act],
    queryFn: () => call(beginKeyProofEndpoint, { endpoint: act.endpoint, input: act.input }),
    staleTime: 0,
    gcTime: 0,
    refetchInterval: FRESH_MS,
  })
  const finish = useMutation<{ proof: string }, ProblemError, { ticket: string; proof: KeyProof }>({
    mutationKey: [finishKeyProofEndpoint.name],
    mutationFn: (given) => call(finishKeyProofEndpoint, given),
    onSuccess: ({ proof }) => onProven(proof),
    // The question is used up: the next try needs another one.
    onError: () => void question.refetch(),
  })
  return (
    <Dialog title="请用密钥确认" onClose={onClose}>
      <p className="key-proof-consequence">{keyConsequence(act.endpoint)}</p>
      {finish.isError && <ProblemAlert problem={finish.error} />}
      <QueryState query={question}>
        {(asked) => (
          <KeyAnswer
            question={asked}
            action="签名并提交"
            isBusy={finish.isPending}
            onProof={async (proof) => {
              await finish.mutateAsync({ ticket: asked.ticket, proof }).catch(() => undefined)
            }}
          />
        )}
      </QueryState>
      <div className="dialog-actions">
        <Button onClick={onClose}>暂不提交</Button>
      </div>
    </Dialog>
  )
}
