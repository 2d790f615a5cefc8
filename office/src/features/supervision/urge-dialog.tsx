import { useQueryClient } from '@tanstack/react-query'
import { getCaseBelowEndpoint, urgeCaseEndpoint } from '@xingtan/contract/office/supervision'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'

const MOST_LETTERS = 200

interface UrgeProps {
  readonly applicationId: string
  readonly agencyName: string
  readonly onClose: () => void
}

/** 催办: a few words to the approvers of the office that decides, kept with the case. */
export function UrgeDialog({ applicationId, agencyName, onClose }: UrgeProps) {
  const queryClient = useQueryClient()
  const announce = useToast()
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const urge = useCommand(urgeCaseEndpoint, {
    onSuccess: () => {
      announce('催办意见已送达办理机构的审批人员。')
      void queryClient.invalidateQueries({ queryKey: [getCaseBelowEndpoint.name] })
      onClose()
    },
  })
  const error = tried && note.trim() === '' ? '请写明催办意见。' : undefined
  return (
    <Dialog title={`催办：${agencyName}`} onClose={onClose}>
      <form
        className="dialog-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (note.trim() !== '') urge.mutate({ input: { applicationId, note } })
        }}
      >
        <Field
          label="催办意见"
          hint={`办理机构的审批人员会看到，最多 ${MOST_LETTERS} 个字。同一机构每天可以催办一次。`}
          error={error}
        >
          {(aria) => (
            <Input.TextArea
              {...aria}
              data-autofocus
              rows={4}
              maxLength={MOST_LETTERS}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        {urge.error !== null && <ProblemAlert problem={urge.error} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" htmlType="submit" loading={urge.isPending}>
            送达催办意见
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
