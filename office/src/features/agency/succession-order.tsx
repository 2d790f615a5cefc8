import { CASE_STAGE_TITLES } from '@xingtan/contract/office/case'
import { OFFICE_ROLE_TITLES } from '@xingtan/contract/office/session'
import { type SuccessionPreview, orderSuccessionEndpoint } from '@xingtan/contract/office/succession'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Field } from '../../components/field.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { useRegisterCommand } from './use-register-command.ts'

interface OrderProps {
  readonly agencyCode: string
  readonly newCode: string
  readonly preview: SuccessionPreview
  readonly onBack: () => void
  readonly onClose: () => void
}

/** What the dry run found, who goes over, and the order itself; it takes effect by itself at its time. */
export function SuccessionOrder({ agencyCode, newCode, preview, onBack, onClose }: OrderProps) {
  const [orderNumber, setOrderNumber] = useState('')
  const [reason, setReason] = useState('')
  const [moved, setMoved] = useState<ReadonlySet<string>>(new Set())
  const [tried, setTried] = useState(false)
  const order = useRegisterCommand(orderSuccessionEndpoint, '接替安排已登记，请另一位系统管理员批准。', onClose)
  const isReady = orderNumber.trim() !== '' && reason.trim() !== ''
  const canOrder = preview.obstacles.length === 0
  const toggle = (userId: string) => {
    const next = new Set(moved)
    if (!next.delete(userId)) next.add(userId)
    setMoved(next)
  }
  return (
    <form
      noValidate
      className="dialog-form"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (isReady && canOrder)
          order.mutate({
            input: { agencyCode, newCode, effectiveAt: null, orderNumber, reason, movedUserIds: [...moved] },
          })
      }}
    >
      <Counts preview={preview} />
      {!canOrder && (
        <div className="problem" role="alert">
          <p className="problem-title">现在还不能登记接替</p>
          <ul>
            {preview.obstacles.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      {canOrder && (
        <>
          <fieldset className="succession-users">
            <legend>转入接替机构的人员（未选的账号停用）</legend>
            {preview.users.length === 0 && <p className="quiet">原机构没有在用的账号。</p>}
            {preview.users.map(({ userId, name, username, roles }) => (
              <label key={userId}>
                <input type="checkbox" checked={moved.has(userId)} onChange={() => toggle(userId)} />
                {name} <span className="quiet">{username}</span>
                <span className="quiet">{roles.map((role) => OFFICE_ROLE_TITLES[role]).join('、')}</span>
              </label>
            ))}
          </fieldset>
          <Field label="批准文号" error={tried && orderNumber.trim() === '' ? '请填写批准文号。' : undefined}>
            {(aria) => (
              <Input
                {...aria}
                maxLength={60}
                value={orderNumber}
                onChange={(event) => setOrderNumber(event.target.value)}
              />
            )}
          </Field>
          <Field label="调整原因" error={tried && reason.trim() === '' ? '请填写调整原因。' : undefined}>
            {(aria) => (
              <Input {...aria} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
            )}
          </Field>
          <p>
            登记后须由另一位系统管理员批准，批准后立即移交，不能撤回：原机构不再认定，未办结的申请和新申请由
            {preview.newName}办理，申请人会收到站内消息。
          </p>
        </>
      )}
      {order.error !== null && <ProblemAlert problem={order.error} />}
      <div className="dialog-actions">
        <Button onClick={onBack}>重新选择</Button>
        {canOrder && (
          <Button type="primary" danger htmlType="submit" loading={order.isPending}>
            登记由{preview.newName}接替
          </Button>
        )}
      </div>
    </form>
  )
}

function Counts({ preview }: { readonly preview: SuccessionPreview }) {
  const total = preview.cases.reduce((sum, { count }) => sum + count, 0)
  return (
    <div>
      <p>
        {preview.oldName}由{preview.newName}接替后移交：
      </p>
      <ul className="succession-counts" aria-label="移交内容">
        <li>
          未办结的申请 <strong>{total}</strong> 件
          {preview.cases.length > 0 &&
            `（${preview.cases.map(({ stage, count }) => `${CASE_STAGE_TITLES[stage]} ${count}`).join('，')}）`}
        </li>
        <li>
          确认点 <strong>{preview.points.length}</strong> 个
        </li>
        <li>
          计划 <strong>{preview.plans.length}</strong> 个
          {preview.plans.some(({ goesTo }) => goesTo === 'merged') && '（确认点并入接替机构的同批次计划）'}
        </li>
        <li>
          人员 <strong>{preview.users.length}</strong> 人
        </li>
      </ul>
      <p className="quiet">已办结的申请和已签发的证书保留原机构和证书号码，并注明现接替机构。</p>
    </div>
  )
}
