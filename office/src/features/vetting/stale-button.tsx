import { requestStaleVettingEndpoint } from '@xingtan/contract/office/vetting'
import { Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { VETTING_WORDS, type VettingKind } from '../../components/vetting-words.ts'
import { useVettingCommand } from './use-vetting-command.ts'

/** Asks again for everybody whose answer has grown too old (S-155). */
export function StaleButton({ kind, count }: { readonly kind: VettingKind; readonly count: number }) {
  const [isAsking, setAsking] = useState(false)
  const words = VETTING_WORDS[kind]
  const ask = useVettingCommand(requestStaleVettingEndpoint, '已重新发起核查。', () => setAsking(false))
  if (count === 0) return null
  return (
    <>
      <Button onClick={() => setAsking(true)}>过期的 {count} 件重新核查</Button>
      {isAsking && (
        <Dialog title="重新核查过期的结果" onClose={() => setAsking(false)}>
          <p>
            {count} 件的{words.title}结果已超过有效期，不能据以作出认定结论。将重新送交{words.receiver}
            ，发出后不能撤回。{words.note}
          </p>
          {ask.isError && <ProblemAlert problem={ask.error} />}
          <div className="dialog-actions">
            <Button onClick={() => setAsking(false)}>取消</Button>
            <Button
              type="primary"
              data-autofocus
              loading={ask.isPending}
              onClick={() => ask.mutate({ input: { kind } })}
            >
              全部重新发起
            </Button>
          </div>
        </Dialog>
      )}
    </>
  )
}
