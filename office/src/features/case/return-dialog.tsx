import { listReasonsEndpoint, returnCaseEndpoint } from '@xingtan/contract/office/case'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useToast } from '@xingtan/ui/use-toast'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import type { Case } from './case-draft.ts'
import { CommandProblem } from './command-problem.tsx'
import { useCaseCommand } from './use-case-command.ts'

const MOST_LETTERS = 300

interface ReturnProps {
  readonly view: Case
  readonly onClose: () => void
}

/** 调整认定状态: back to 网报待确认 with a message the applicant reads (CNF-4). */
export function ReturnDialog({ view, onClose }: ReturnProps) {
  const announce = useToast()
  const [message, setMessage] = useState('')
  const [tried, setTried] = useState(false)
  // Ready sentences save typing; without them the officer writes his own.
  const phrases = useEndpoint(listReasonsEndpoint, { stage: 'return' })
  const send = useCaseCommand(returnCaseEndpoint, () => {
    announce('已退回，认定状态恢复为网报待确认，留言已送达申请人。')
    onClose()
  })
  const text = message.trim()
  const error = tried && text === '' ? '请写明需要申请人修改的内容。' : undefined
  return (
    <Dialog title={`退回修改：${view.row.name}`} wide onClose={onClose}>
      <p>认定状态将恢复为网报待确认，申请人按您的留言修改后重新提交确认。已登记的人工核验会保留供参考。</p>
      <div className="phrases">
        {phrases.data?.reasons.map(({ code, title }) => (
          <Button key={code} size="small" onClick={() => setMessage(text === '' ? title : `${text}\n${title}`)}>
            {title}
          </Button>
        ))}
      </div>
      <Field label="给申请人的留言" hint={`写明要改什么、怎样改，最多 ${MOST_LETTERS} 个字。`} error={error}>
        {(aria) => (
          <Input.TextArea
            {...aria}
            data-autofocus
            rows={4}
            maxLength={MOST_LETTERS}
            value={message}
            onChange={(event) => setMessage(event.target.value)}
          />
        )}
      </Field>
      <CommandProblem problem={send.error} />
      <div className="dialog-actions">
        <Button onClick={onClose}>取消</Button>
        <Button
          type="primary"
          loading={send.isPending}
          onClick={() => {
            setTried(true)
            if (text !== '')
              send.mutate({
                input: { applicationId: view.row.applicationId, version: view.version, message: text },
              })
          }}
        >
          退回并送达留言
        </Button>
      </div>
    </Dialog>
  )
}
