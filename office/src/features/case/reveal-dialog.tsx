import { revealNumberEndpoint } from '@xingtan/contract/office/case'
import { CopyText } from '@xingtan/ui/components/copy-text'
import { useCommand } from '@xingtan/ui/use-command'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import type { Case } from './case-draft.ts'

/** What it is looked at for, most of the time. */
const PURPOSES = ['核对证件原件', '联系申请人', '核对外部核查结果'] as const

interface RevealProps {
  readonly view: Case
  readonly onClose: () => void
}

/** The full number and phone: a click, a purpose and an event; closing the window hides them again (S-122, S-144). */
export function RevealDialog({ view, onClose }: RevealProps) {
  const [purpose, setPurpose] = useState('')
  const [tried, setTried] = useState(false)
  const reveal = useCommand(revealNumberEndpoint, { gcTime: 0 })
  const show = (reason: string) => {
    setTried(true)
    if (reason.trim() !== '')
      reveal.mutate({ input: { applicationId: view.row.applicationId, purpose: reason.trim() } })
  }
  if (reveal.isSuccess) {
    return (
      <Dialog title={`${view.row.name}的完整号码`} onClose={onClose}>
        <dl className="revealed">
          <dt>证件号码</dt>
          <dd>
            <CopyText text={reveal.data.documentNumber} name="证件号码" isLarge />
          </dd>
          <dt>手机号码</dt>
          <dd>
            <CopyText text={reveal.data.phone} name="手机号码" isLarge />
          </dd>
        </dl>
        <p className="quiet">关闭本窗口后号码重新隐藏。</p>
        <div className="dialog-actions">
          <Button type="primary" data-autofocus onClick={onClose}>
            关闭
          </Button>
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog title="查看完整号码" onClose={onClose}>
      <form
        noValidate
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault()
          show(purpose)
        }}
      >
        <p>完整证件号码与手机号码属于敏感个人信息，查看人、时间和原因都会记录。</p>
        <div className="phrases">
          {PURPOSES.map((each) => (
            <Button key={each} size="small" onClick={() => setPurpose(each)}>
              {each}
            </Button>
          ))}
        </div>
        <Field label="查看原因" error={tried && purpose.trim() === '' ? '请填写查看原因。' : undefined}>
          {(aria) => (
            <Input
              {...aria}
              data-autofocus
              maxLength={60}
              value={purpose}
              onChange={(event) => setPurpose(event.target.value)}
            />
          )}
        </Field>
        {reveal.isError && <ProblemAlert problem={reveal.error} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" htmlType="submit" loading={reveal.isPending}>
            显示号码
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
