import { recordDiplomaEndpoint } from '@xingtan/contract/office/case'
import { useToast } from '@xingtan/ui/use-toast'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { focusFirstInvalid } from '../../components/focus-first-invalid.ts'
import type { Case } from './case-draft.ts'
import { CommandProblem } from './command-problem.tsx'
import { useCaseCommand } from './use-case-command.ts'

interface DiplomaProps {
  readonly view: Case
  readonly onClose: () => void
}

/** The diploma of a final-term student, asked for at its source. */
export function DiplomaDialog({ view, onClose }: DiplomaProps) {
  const announce = useToast()
  const [number, setNumber] = useState('')
  const [tried, setTried] = useState(false)
  const check = useCaseCommand(recordDiplomaEndpoint, () => {
    announce('已向学信网发起核验，结果返回后记入核验清单，请稍后点「重新读取」查看。')
    onClose()
  })
  const text = number.trim()
  const error = tried && text === '' ? '请填写毕业证书编号。' : undefined
  return (
    <Dialog title={`核验毕业证书：${view.row.name}`} onClose={onClose}>
      <form
        noValidate
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (text === '') focusFirstInvalid(event.currentTarget)
          else
            check.mutate({
              input: { applicationId: view.row.applicationId, version: view.version, certificateNumber: text },
            })
        }}
      >
        <p>申请时为应届毕业生，取得毕业证书并经学信网核验后才能作出认定结论。</p>
        <Field label="毕业证书编号" hint="按毕业证书原件填写，一般为 18 位。" error={error}>
          {(aria) => (
            <Input
              {...aria}
              data-autofocus
              maxLength={24}
              autoComplete="off"
              value={number}
              onChange={(event) => setNumber(event.target.value)}
            />
          )}
        </Field>
        <CommandProblem problem={check.error} />
        <div className="dialog-actions">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" htmlType="submit" loading={check.isPending}>
            向学信网核验
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
