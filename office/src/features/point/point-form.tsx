import {
  type PointView,
  WEEKDAY_TITLES,
  addPointEndpoint,
  getPointEndpoint,
  listPointsEndpoint,
  savePointEndpoint,
} from '@xingtan/contract/office/point'
import { QUALIFICATION_TITLES, QualificationType } from '@xingtan/contract/qualification'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { PointFields } from './point-fields.tsx'
import { listDraftErrors, startPointDraft, toProfile } from './point-draft.ts'
import { Field } from '../../components/field.tsx'
import { focusFirstInvalid } from '../../components/focus-first-invalid.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'

/** The editor of a point, or of a new one; a refusal keeps what was typed (PLN-6). */
export function PointForm({ view }: { readonly view: PointView | undefined }) {
  const client = useQueryClient()
  const announce = useToast()
  const navigate = useNavigate()
  const [draft, setDraft] = useState(() => startPointDraft(view?.profile))
  const [tried, setTried] = useState(false)
  const refresh = () => {
    announce('确认点已保存。')
    for (const { name } of [getPointEndpoint, listPointsEndpoint]) void client.invalidateQueries({ queryKey: [name] })
  }
  const save = useCommand(savePointEndpoint, { onSuccess: refresh })
  const add = useCommand(addPointEndpoint, {
    onSuccess: ({ pointId }) => {
      refresh()
      void navigate(`/points/${pointId}`)
    },
  })
  const problem = view === undefined ? add.error : save.error
  const errors = listDraftErrors(draft)
  const errorOf = (id: string) =>
    (tried ? errors.get(id) : undefined) ?? problem?.document.reasons.find(({ field }) => field === id)?.sentence
  return (
    <form
      noValidate
      className="panel-flat"
      aria-label="确认点信息"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (errors.size > 0) return focusFirstInvalid(event.currentTarget)
        const profile = toProfile(draft)
        if (view === undefined) return add.mutate({ input: profile })
        return save.mutate({ input: { pointId: view.row.pointId, version: view.version, profile } })
      }}
    >
      <h2>确认点信息</h2>
      <PointFields draft={draft} onDraft={setDraft} errorOf={errorOf} />
      <fieldset className="point-types" aria-invalid={errorOf('types') !== undefined}>
        <legend>资格种类</legend>
        {Object.entries(QUALIFICATION_TITLES).map(([text, title]) => {
          const type = QualificationType.parse(Number(text))
          return (
            <label key={text}>
              <input
                type="checkbox"
                checked={draft.types.includes(type)}
                onChange={(event) => {
                  const others = draft.types.filter((one) => one !== type)
                  setDraft({
                    ...draft,
                    types: event.target.checked ? [...others, type].toSorted((a, b) => a - b) : others,
                  })
                }}
              />{' '}
              {title}
            </label>
          )
        })}
        {errorOf('types') !== undefined && <p className="field-error">{errorOf('types')}</p>}
      </fieldset>
      <h3>每周开放时间</h3>
      <p className="field-hint">
        例如 09:00-12:00，13:30-17:00；不开放的留空。法定节假日不开放，调休上班日按最后一行。
      </p>
      {Object.entries(WEEKDAY_TITLES).map(([day, title]) => (
        <Field key={day} label={title} error={errorOf(`hours-${day}`)}>
          {(aria) => (
            <Input
              {...aria}
              value={draft.hours[Number(day)] ?? ''}
              maxLength={120}
              onChange={(event) => setDraft({ ...draft, hours: { ...draft.hours, [day]: event.target.value } })}
            />
          )}
        </Field>
      ))}
      {problem !== null && <ProblemAlert problem={problem} />}
      <div className="dialog-actions">
        <Button type="primary" htmlType="submit" loading={save.isPending || add.isPending}>
          保存确认点
        </Button>
      </div>
    </form>
  )
}
