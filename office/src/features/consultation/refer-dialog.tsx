import { referConsultationEndpoint } from '@xingtan/contract/office/consultation'
import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import type { ConsultationItem } from './consultation-item.ts'
import { useItemCommand } from './use-item-command.ts'

interface ReferDialogProps {
  readonly item: ConsultationItem
  readonly onClose: () => void
}

/** Writes down what a report led to; the reporter does not see it. */
export function ReferDialog({ item, onClose }: ReferDialogProps) {
  const [kind, setKind] = useState<'restriction' | 'inspection'>('inspection')
  const [reference, setReference] = useState('')
  const [tried, setTried] = useState(false)
  const refer = useItemCommand(referConsultationEndpoint, { say: '已登记。', onDone: onClose })
  const { consultationId } = item.row
  const isMissing = reference.trim() === ''
  return (
    <Dialog title="登记转入核查" onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (!isMissing) refer.mutate({ input: { consultationId, kind, reference } })
        }}
      >
        <p>记录这件举报转入了哪一项核查或限制库记录，举报人看不到。</p>
        <Radio.Group
          aria-label="转入"
          value={kind}
          // The values are those of the options below.
          onChange={(event) => setKind(event.target.value as typeof kind)}
          options={[
            { value: 'inspection', label: '核查' },
            { value: 'restriction', label: '限制库' },
          ]}
        />
        <Field
          label={kind === 'inspection' ? '核查编号' : '限制库记录的决定文号'}
          error={tried && isMissing ? '请填写编号或文号。' : undefined}
        >
          {(aria) => (
            <Input {...aria} maxLength={80} value={reference} onChange={(event) => setReference(event.target.value)} />
          )}
        </Field>
        {refer.isError && <ProblemAlert problem={refer.error} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" htmlType="submit" loading={refer.isPending}>
            登记
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
