import { publishPlanEndpoint } from '@xingtan/contract/office/plan'
import { Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { toInstant } from './plan-draft.ts'
import { usePlanCommand } from './use-plan-command.ts'

interface PublishDialogProps {
  readonly planId: string
  readonly isChange: boolean
  readonly onClose: () => void
}

/** Publishes what the level above has approved, at once or at an hour to come. */
export function PublishDialog({ planId, isChange, onClose }: PublishDialogProps) {
  const [when, setWhen] = useState<'now' | 'later'>('now')
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const publish = usePlanCommand(publishPlanEndpoint, '计划已发布。', onClose)
  const instant = toInstant(typed)
  const submit = () => {
    setTried(true)
    if (when === 'later' && instant === undefined) return
    publish.mutate({ input: { planId, publishAt: when === 'later' && instant !== undefined ? instant : null } })
  }
  const fault =
    tried && instant === undefined
      ? '请填写发布时间。'
      : publish.error?.document.reasons.find(({ field }) => field === 'publishAt')?.sentence
  return (
    <Dialog title={isChange ? '发布变更' : '发布计划'} onClose={onClose}>
      <p>
        {isChange
          ? '发布后，各页面和各确认点按新的时间办理；等待现场确认的申请人会收到短信和站内信。'
          : '发布后，申请人按计划的时间报名和确认，公开日程同时更新。'}
      </p>
      <fieldset className="plan-choices">
        <legend>发布时间</legend>
        <label>
          <input type="radio" name="when" checked={when === 'now'} onChange={() => setWhen('now')} /> 立即发布
        </label>
        <label>
          <input type="radio" name="when" checked={when === 'later'} onChange={() => setWhen('later')} /> 定时发布
        </label>
      </fieldset>
      {when === 'later' && (
        <Field label="定时发布的时间（北京时间）" error={fault}>
          {(aria) => (
            <input {...aria} type="datetime-local" value={typed} onChange={({ target }) => setTyped(target.value)} />
          )}
        </Field>
      )}
      {publish.error !== null && <ProblemAlert problem={publish.error} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>取消</Button>
        <Button type="primary" loading={publish.isPending} onClick={submit}>
          {isChange ? '发布变更' : '发布计划'}
        </Button>
      </div>
    </Dialog>
  )
}
