import { useQueryClient } from '@tanstack/react-query'
import {
  type HandoverView,
  cancelHandoverEndpoint,
  reviseHandoverEndpoint,
  signHandoverEndpoint,
} from '@xingtan/contract/office/handover'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import { Button } from 'antd'
import { useState } from 'react'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { ShortForm } from '../../components/short-form.tsx'

type Asked = 'edit' | 'in-place' | 'cancel'

/** What this officer may do about the list now: sign, keep it up to date, take it back. */
export function HandoverActs({ view }: { readonly view: HandoverView }) {
  const [asked, setAsked] = useState<Asked>()
  const announce = useToast()
  const queryClient = useQueryClient()
  const sign = useCommand(signHandoverEndpoint, {
    onSuccess: ({ state }) => {
      announce(state === 'closed' ? '双方都已签字，交接清单办结。' : '已签字，等待另一方签字。')
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('handover.') })
    },
  })
  const { acts, handoverId, textHash } = view
  const side = acts.includes('sign-giver') ? '移交' : '接收'
  const maySign = acts.includes('sign-giver') || acts.includes('sign-receiver')
  return (
    <>
      {sign.isError && <ProblemAlert problem={sign.error} />}
      <div className="section-actions handover-acts no-print">
        {maySign && (
          <Button
            type="primary"
            loading={sign.isPending}
            onClick={() => sign.mutate({ input: { handoverId, textHash, inPlaceBecause: null } })}
          >
            签字{side}
          </Button>
        )}
        {acts.includes('sign-in-place') && <Button onClick={() => setAsked('in-place')}>代离岗人员移交</Button>}
        {acts.includes('edit') && <Button onClick={() => setAsked('edit')}>修改说明并更新清单</Button>}
        {acts.includes('cancel') && (
          <Button danger onClick={() => setAsked('cancel')}>
            撤销
          </Button>
        )}
        <Button onClick={() => window.print()}>打印</Button>
      </div>
      {asked !== undefined && <ActDialog view={view} asked={asked} onClose={() => setAsked(undefined)} />}
    </>
  )
}

interface ActDialogProps {
  readonly view: HandoverView
  readonly asked: Asked
  readonly onClose: () => void
}

function ActDialog({ view, asked, onClose }: ActDialogProps) {
  const { handoverId, version, textHash } = view
  if (asked === 'edit') {
    return (
      <ShortForm
        endpoint={reviseHandoverEndpoint}
        title="修改说明并更新清单"
        lead={<p>移交事项按现在的情况重新列出。任何一方签字后不能再修改。</p>}
        lines={[
          { id: 'remarks', label: '交接说明', rows: 6, maxLength: 1000, initial: view.remarks, isOptional: true },
        ]}
        submitText="保存并更新"
        done="清单已更新。"
        onClose={onClose}
        toInput={({ remarks = '' }) => ({ handoverId, version, remarks })}
      />
    )
  }
  if (asked === 'cancel') {
    return (
      <ShortForm
        endpoint={cancelHandoverEndpoint}
        title="撤销交接清单"
        lead={<p>撤销后清单留存备查，已有的签字不再有效；离岗人员须重新办理交接。</p>}
        lines={[{ id: 'reason', label: '原因', maxLength: 200 }]}
        submitText="撤销"
        isDanger
        done="已撤销，清单留存备查。"
        onClose={onClose}
        toInput={({ reason = '' }) => ({ handoverId, reason })}
      />
    )
  }
  return (
    <ShortForm
      endpoint={signHandoverEndpoint}
      title={`代${view.giverName}移交`}
      lead={<p>移交人已离岗、不能签字时，由用户管理人员核对后代为移交，签字和原因一并留存。</p>}
      lines={[{ id: 'inPlaceBecause', label: '代办原因', maxLength: 200 }]}
      submitText="签字移交"
      done="已代为移交，等待接收人签字。"
      onClose={onClose}
      toInput={({ inPlaceBecause = '' }) => ({ handoverId, textHash, inPlaceBecause })}
    />
  )
}
