import { extendPlanEndpoint } from '@xingtan/contract/office/plan'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { toInstant } from './plan-draft.ts'
import { usePlanCommand } from './use-plan-command.ts'

const TEXTS = [
  { name: 'number', label: '文号', most: 60 },
  { name: 'signer', label: '签发人', most: 30 },
  { name: 'reason', label: '延期原因', most: 500 },
] as const

/** 延期: the end of 网报 or 确认 moves by a signed order, at once. */
export function ExtendDialog({ planId, onClose }: { readonly planId: string; readonly onClose: () => void }) {
  const [window, setWindow] = useState<'network' | 'confirm'>('network')
  const [typed, setTyped] = useState({ closesAt: '', number: '', signer: '', reason: '' })
  const [tried, setTried] = useState(false)
  const extend = usePlanCommand(extendPlanEndpoint, '已延期，新的截止时间立即生效。', onClose)
  const instant = toInstant(typed.closesAt)
  const saidOf = (field: string) => extend.error?.document.reasons.find((one) => one.field === field)?.sentence
  const submit = () => {
    setTried(true)
    if (instant === undefined || TEXTS.some(({ name }) => typed[name].trim() === '')) return
    extend.mutate({ input: { planId, window, ...typed, closesAt: instant } })
  }
  return (
    <Dialog title="录入延期决定" wide onClose={onClose}>
      <p>延期须有签发的文件。提交后立即生效，截止时间以后也可以办理；不能超出上级的时间范围。</p>
      <fieldset className="plan-choices">
        <legend>延长哪一段时间</legend>
        <label>
          <input type="radio" name="window" checked={window === 'network'} onChange={() => setWindow('network')} />{' '}
          网上报名
        </label>
        <label>
          <input type="radio" name="window" checked={window === 'confirm'} onChange={() => setWindow('confirm')} />{' '}
          现场确认
        </label>
      </fieldset>
      <Field
        label="新的截止时间（北京时间，到这一刻为止）"
        error={tried && instant === undefined ? '请填写新的截止时间。' : saidOf('closesAt')}
      >
        {(aria) => (
          <input
            {...aria}
            type="datetime-local"
            value={typed.closesAt}
            onChange={({ target }) => setTyped({ ...typed, closesAt: target.value })}
          />
        )}
      </Field>
      {TEXTS.map(({ name, label, most }) => (
        <Field key={name} label={label} error={tried && typed[name].trim() === '' ? `请填写${label}。` : saidOf(name)}>
          {(aria) => (
            <Input
              {...aria}
              maxLength={most}
              value={typed[name]}
              onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
            />
          )}
        </Field>
      ))}
      {extend.error !== null && <ProblemAlert problem={extend.error} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>取消</Button>
        <Button type="primary" loading={extend.isPending} onClick={submit}>
          延期
        </Button>
      </div>
    </Dialog>
  )
}
