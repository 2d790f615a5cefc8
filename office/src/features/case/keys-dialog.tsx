import { Button } from 'antd'
import { Dialog } from '../../components/dialog.tsx'

const KEYS = [
  ['1 至 9', '跳到核验清单的对应一项'],
  ['A', '未核验的各项全部相符、体检合格，然后填写体检日期（如 1008），按回车确认'],
  ['Y', '通过（确认、审核或认定，随环节而定）'],
  ['N', '不通过，打开原因清单'],
  ['M', '退回修改并留言'],
  ['S', '打开队列中的下一件'],
  ['?', '显示本说明'],
] as const

interface KeysProps {
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  readonly onClose: () => void
}

/** The keys of this page, and the switch for people whom single keys disturb (WCAG 2.1.4). */
export function KeysDialog({ isOn, onChange, onClose }: KeysProps) {
  return (
    <Dialog title="快捷键" onClose={onClose}>
      <dl className="keys">
        {KEYS.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <label className="keys-switch">
        <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
        在本机启用快捷键
      </label>
      <p className="quiet">输入文字时快捷键不起作用。</p>
      <div className="dialog-actions">
        <Button type="primary" data-autofocus onClick={onClose}>
          完成
        </Button>
      </div>
    </Dialog>
  )
}
