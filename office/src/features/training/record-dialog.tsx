import { TRAINING_KIND_TITLES, TrainingKind, recordTrainingEndpoint } from '@xingtan/contract/office/training'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'

const EMPTY = { topic: '', heldFrom: '', heldTo: '', place: '', head: '' }

/** Records a training that was held; afterwards its page asks who attended. */
export function RecordDialog({ onClose }: { readonly onClose: () => void }) {
  const announce = useToast()
  const navigate = useNavigate()
  const [draft, setDraft] = useState(EMPTY)
  const [kinds, setKinds] = useState<readonly TrainingKind[]>([])
  const [isWhole, setWhole] = useState(false)
  const record = useCommand(recordTrainingEndpoint, {
    onSuccess: ({ sessionId }) => {
      announce('培训已登记，请勾选参加人员。')
      void navigate(`/trainings/${sessionId}`)
    },
  })
  const errorOf = (field: string) => record.error?.document.reasons.find((reason) => reason.field === field)?.sentence
  const text = (name: keyof typeof EMPTY, label: string, type: 'text' | 'date' = 'text') => (
    <Field label={label} error={errorOf(name)}>
      {(aria) => (
        <Input
          {...aria}
          type={type}
          maxLength={100}
          value={draft[name]}
          onChange={({ target }) => setDraft({ ...draft, [name]: target.value })}
        />
      )}
    </Field>
  )
  return (
    <Dialog title="登记培训" wide onClose={onClose}>
      <form
        noValidate
        className="training-form"
        onSubmit={(event) => {
          event.preventDefault()
          record.mutate({ input: { ...draft, kinds: [...kinds], isWhole } })
        }}
      >
        <fieldset className="training-kinds">
          <legend>培训内容</legend>
          {TrainingKind.options.map((kind) => (
            <label key={kind}>
              <input
                type="checkbox"
                checked={kinds.includes(kind)}
                onChange={({ target }) =>
                  setKinds(target.checked ? [...kinds, kind] : kinds.filter((each) => each !== kind))
                }
              />
              {TRAINING_KIND_TITLES[kind]}
            </label>
          ))}
          {errorOf('kinds') !== undefined && <p className="field-error">{errorOf('kinds')}</p>}
        </fieldset>
        {text('topic', '培训主题')}
        <div className="training-row">
          {text('heldFrom', '开始日期', 'date')}
          {text('heldTo', '结束日期', 'date')}
          {text('place', '培训地点')}
          {text('head', '负责人')}
        </div>
        <label className="training-whole">
          <input type="checkbox" checked={isWhole} onChange={({ target }) => setWhole(target.checked)} />
          面向本机构和全部下级机构（省级机构的全省培训请勾选）
        </label>
        {record.error !== null && <ProblemAlert problem={record.error} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" htmlType="submit" loading={record.isPending}>
            登记培训
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
