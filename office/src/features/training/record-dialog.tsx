import { TRAINING_KIND_TITLES, TrainingKind, recordTrainingEndpoint } from '@xingtan/contract/office/training'
import { ErrorSummary } from '@xingtan/ui/components/error-summary'
import { TextField } from '@xingtan/ui/components/text-field'
import { useCommand } from '@xingtan/ui/use-command'
import { useFormErrors } from '@xingtan/ui/use-form-errors'
import { useToast } from '@xingtan/ui/use-toast'
import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { Dialog } from '../../components/dialog.tsx'

const EMPTY = { topic: '', heldFrom: '', heldTo: '', place: '', head: '' }

/** Records a training that was held; afterwards its page asks who attended. */
export function RecordDialog({ onClose }: { readonly onClose: () => void }) {
  const announce = useToast()
  const navigate = useNavigate()
  const [draft, setDraft] = useState(EMPTY)
  const [kinds, setKinds] = useState<readonly TrainingKind[]>([])
  const [isWhole, setWhole] = useState(false)
  const { form, errorFor, check, refuse, touch } = useFormErrors()
  const record = useCommand(recordTrainingEndpoint, {
    onSuccess: ({ sessionId }) => {
      announce('培训已登记，请勾选参加人员。')
      void navigate(`/trainings/${sessionId}`)
    },
    onError: refuse,
  })
  const text = (id: keyof typeof EMPTY, label: string, hint?: string) => (
    <TextField
      id={id}
      label={label}
      {...(hint !== undefined && { hint })}
      maxLength={100}
      value={draft[id]}
      error={errorFor(id)}
      onChange={(value) => {
        setDraft({ ...draft, [id]: value })
        touch(id)
      }}
    />
  )
  return (
    <Dialog title="登记培训" wide onClose={onClose}>
      <form
        noValidate
        className="training-form"
        onSubmit={(event) => {
          event.preventDefault()
          const input = { ...draft, kinds: [...kinds], isWhole }
          if (check(recordTrainingEndpoint.input, input)) record.mutate({ input })
        }}
      >
        {form.errors.length > 0 && (
          <ErrorSummary key={form.attempt} errors={form.errors} correlationId={form.correlationId} />
        )}
        <fieldset
          className="training-kinds"
          aria-describedby={errorFor('kinds') === undefined ? undefined : 'kinds-error'}
        >
          <legend>培训内容</legend>
          {TrainingKind.options.map((kind, index) => (
            <label key={kind}>
              <input
                type="checkbox"
                id={index === 0 ? 'kinds' : undefined}
                checked={kinds.includes(kind)}
                onChange={({ target }) => {
                  setKinds(target.checked ? [...kinds, kind] : kinds.filter((each) => each !== kind))
                  touch('kinds')
                }}
              />
              {TRAINING_KIND_TITLES[kind]}
            </label>
          ))}
          {errorFor('kinds') !== undefined && (
            <p id="kinds-error" className="field-error">
              {errorFor('kinds')}
            </p>
          )}
        </fieldset>
        {text('topic', '培训主题')}
        <div className="training-row">
          {text('heldFrom', '开始日期', '例如 2026-09-14。')}
          {text('heldTo', '结束日期', '例如 2026-09-15。')}
          {text('place', '培训地点')}
          {text('head', '负责人')}
        </div>
        <label className="training-whole">
          <input type="checkbox" checked={isWhole} onChange={({ target }) => setWhole(target.checked)} />
          面向本机构和全部下级机构（省级机构的全省培训请勾选）
        </label>
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
