import type { DraftSteps } from '@xingtan/contract/application'
import { Button } from '@xingtan/ui/components/button'
import { CheckboxField } from '@xingtan/ui/components/checkbox-field'
import { MonthField } from '@xingtan/ui/components/date-field'
import { FieldError } from '@xingtan/ui/components/field'
import { Panel } from '@xingtan/ui/components/panel'
import { TextField } from '@xingtan/ui/components/text-field'
import { useDraftDesk, useDraftStep } from '../draft/draft-context.ts'

type Row = DraftSteps['details']['resume'][number]

const EMPTY_ROW: Row = { fromMonth: '', toMonth: '', place: '', role: '', witness: null }
const MAX_ROWS = 20

interface ResumeRowProps {
  readonly row: Row
  readonly index: number
  readonly count: number
  readonly error: string | undefined
  readonly onChange: (row: Row) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

function ResumeRowFields({ row, index, count, error, onChange, onMove, onRemove }: ResumeRowProps) {
  const id = `resume.${index}`
  const name = `第 ${index + 1} 条`
  return (
    <fieldset className={error === undefined ? 'resume-row' : 'resume-row resume-row-error'} id={id} tabIndex={-1}>
      <legend>{name}</legend>
      <div className="panel-stack">
        <div className="field-pair">
          <MonthField
            id={`${id}.fromMonth`}
            label="起始年月"
            value={row.fromMonth}
            onChange={(fromMonth) => onChange({ ...row, fromMonth })}
          />
          {row.toMonth !== null && (
            <MonthField
              id={`${id}.toMonth`}
              label="结束年月"
              value={row.toMonth}
              onChange={(toMonth) => onChange({ ...row, toMonth })}
            />
          )}
        </div>
        <CheckboxField
          id={`${id}.present`}
          label="至今"
          isChecked={row.toMonth === null}
          onChange={(isPresent) => onChange({ ...row, toMonth: isPresent ? null : '' })}
        />
        <TextField
          id={`${id}.place`}
          label="学习或工作单位"
          hint="例如 某某大学。"
          maxLength={60}
          value={row.place}
          onChange={(place) => onChange({ ...row, place })}
        />
        <TextField
          id={`${id}.role`}
          label="学习或任职情况"
          hint="例如 本科，小学教育专业；学生。"
          maxLength={40}
          value={row.role}
          onChange={(role) => onChange({ ...row, role })}
        />
        <TextField
          id={`${id}.witness`}
          label="证明人"
          isOptional
          maxLength={40}
          value={row.witness ?? ''}
          onChange={(witness) => onChange({ ...row, witness: witness === '' ? null : witness })}
        />
        <FieldError id={id} error={error} />
        <div className="button-row">
          {index > 0 && (
            <Button kind="quiet" label={`上移${name}`} onClick={() => onMove(-1)}>
              上移
            </Button>
          )}
          {index < count - 1 && (
            <Button kind="quiet" label={`下移${name}`} onClick={() => onMove(1)}>
              下移
            </Button>
          )}
          <Button kind="quiet" label={`删除${name}`} onClick={onRemove}>
            删除
          </Button>
        </div>
      </div>
    </fieldset>
  )
}

/** 个人简历信息: rows in the order of the person's life. */
export function ResumePanel() {
  const { saver } = useDraftDesk()
  const { value, patch, errorOf } = useDraftStep('details')
  const { resume } = value
  // The latest rows: two presses may come before the page is drawn again.
  const rows = (): readonly Row[] => saver.getState().draft.steps.details.resume
  const put = (next: readonly Row[]): void => patch({ resume: [...next] })
  const move = (index: number, by: -1 | 1): void => {
    const next = [...rows()]
    const [row] = next.splice(index, 1)
    if (row !== undefined) next.splice(index + by, 0, row)
    put(next)
  }
  return (
    <Panel title="个人简历信息">
      <div className="resume-rows" id="resume" tabIndex={-1}>
        <p className="secondary">从高中阶段起按时间顺序填写学习和工作经历，最后一条选“至今”。</p>
        {/* Rows have no name of their own; their place is what they are known by. */}
        {Object.entries(resume).map(([place, row]) => (
          <ResumeRowFields
            key={place}
            row={row}
            index={Number(place)}
            count={resume.length}
            error={errorOf(`resume.${place}`)}
            onChange={(changed) => put(rows().map((old, at) => (at === Number(place) ? changed : old)))}
            onMove={(by) => move(Number(place), by)}
            onRemove={() => put(rows().filter((_row, at) => at !== Number(place)))}
          />
        ))}
        <FieldError id="resume" error={errorOf('resume')} />
        {resume.length < MAX_ROWS && (
          <div className="button-row">
            <Button onClick={() => put([...rows(), EMPTY_ROW])}>
              {resume.length === 0 ? '添加第一条简历' : '再添加一条简历'}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  )
}
