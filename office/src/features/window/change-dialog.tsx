import { type OutputOf } from '@xingtan/contract/endpoint'
import {
  ROUND_KIND_TITLES,
  RoundKind,
  SWITCHED_FUNCTION_TITLES,
  SwitchedFunction,
  type listWindowsEndpoint,
  previewWindowEndpoint,
  proposeWindowEndpoint,
} from '@xingtan/contract/office/window'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { PreviewView } from '../../components/preview-view.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { type Draft, EMPTY_DRAFT, toChange } from './window-draft.ts'

export type ChangeKind = 'round' | 'closure' | 'switch' | 'extension'

/** A row that stands there and is to change; without one a new row is set up. */
export interface ChangedRow {
  readonly id: string
  readonly draft: Partial<Draft>
}

const TITLES: Readonly<Record<ChangeKind, string>> = {
  round: '设置新批次',
  closure: '安排系统维护',
  switch: '关闭一项功能',
  extension: '录入延长文件',
}

const TITLES_OF_ROW: Readonly<Record<ChangeKind, string>> = {
  round: '批次',
  closure: '系统维护',
  switch: '功能开关',
  extension: '延长开放',
}

interface ChangeDialogProps {
  readonly kind: ChangeKind
  readonly view: OutputOf<typeof listWindowsEndpoint>
  readonly row?: ChangedRow | undefined
  readonly onClose: () => void
}

/** Proposes a new interval or another one for a row; a second person of the nation approves it. Times are those of Shanghai. */
export function ChangeDialog({ kind, view, row, onClose }: ChangeDialogProps) {
  const announce = useToast()
  const navigate = useNavigate()
  const [draft, setDraft] = useState<Draft>({ ...EMPTY_DRAFT, ...row?.draft })
  const send = useCommand(proposeWindowEndpoint, {
    onSuccess: ({ proposalId }) => {
      announce('已提出，等待另一位计划管理人员批准。')
      void navigate(`/proposals/${kind}/${proposalId}`)
    },
  })
  const preview = useCommand(previewWindowEndpoint)
  const change = toChange(kind, draft, row?.id ?? null)
  const put = (name: keyof Draft, value: string) => {
    setDraft({ ...draft, [name]: value })
    preview.reset()
  }
  const text = (name: keyof Draft, label: string, type: 'text' | 'datetime-local' = 'text') => (
    <Field label={label}>
      {(aria) => <Input {...aria} type={type} value={draft[name]} onChange={({ target }) => put(name, target.value)} />}
    </Field>
  )
  const select = (name: keyof Draft, label: string, options: readonly (readonly [string, string])[]) => (
    <Field label={label}>
      {(aria) => (
        <select {...aria} value={draft[name]} onChange={({ target }) => put(name, target.value)}>
          <option value="">请选择</option>
          {options.map(([value, title]) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
  return (
    <Dialog title={row === undefined ? TITLES[kind] : `修改：${TITLES_OF_ROW[kind]}`} wide onClose={onClose}>
      <div className="window-fields">
        {kind === 'round' && text('name', '批次名称')}
        {kind === 'round' &&
          select(
            'roundKind',
            '业务种类',
            RoundKind.options.map((one) => [one, ROUND_KIND_TITLES[one]]),
          )}
        {kind === 'switch' &&
          select(
            'function',
            '功能',
            SwitchedFunction.options.map((one) => [one, SWITCHED_FUNCTION_TITLES[one]]),
          )}
        {kind === 'extension' &&
          select(
            'roundId',
            '批次',
            view.rounds.map((round) => [round.roundId, round.name]),
          )}
        {kind === 'extension' &&
          select(
            'provinceCode',
            '省份',
            view.provinces.map(({ code, name }) => [code, name]),
          )}
        {kind !== 'extension' && text('opensAt', '开始时间（北京时间）', 'datetime-local')}
        {text('closesAt', '结束时间（北京时间，到这一刻为止）', 'datetime-local')}
        {(kind === 'closure' || kind === 'switch') && text('sentence', '公众看到的说明')}
        {kind === 'extension' && text('number', '文号')}
        {kind === 'extension' && text('signer', '签发人')}
        {text('source', '依据')}
        {text('reason', '变更理由')}
      </div>
      {preview.data !== undefined && <PreviewView preview={preview.data} />}
      {preview.isError && <ProblemAlert problem={preview.error} />}
      {send.isError && <ProblemAlert problem={send.error} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>取消</Button>
        <Button loading={preview.isPending} onClick={() => preview.mutate({ input: { change } })}>
          预览
        </Button>
        <Button
          type="primary"
          loading={send.isPending}
          onClick={() => send.mutate({ input: { change, source: draft.source, reason: draft.reason } })}
        >
          提交另一位人员批准
        </Button>
      </div>
    </Dialog>
  )
}
