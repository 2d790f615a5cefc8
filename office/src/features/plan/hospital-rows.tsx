import { Button, Input } from 'antd'
import { Field } from '../../components/field.tsx'
import type { HospitalDraft } from './plan-draft.ts'

interface HospitalRowsProps {
  readonly rows: readonly HospitalDraft[]
  readonly errors: ReadonlyMap<string, string>
  readonly onChange: (rows: readonly HospitalDraft[]) => void
}

/** 指定体检医院 and how many people each examines in a day. */
export function HospitalRows({ rows, errors, onChange }: HospitalRowsProps) {
  const replace = (row: HospitalDraft) => onChange(rows.map((one) => (one.key === row.key ? row : one)))
  return (
    <fieldset className="plan-part">
      <legend>指定体检医院</legend>
      {rows.map((row, place) => (
        <div key={row.key} className="plan-row">
          <div className="plan-window">
            <Field label="医院名称" error={errors.get(`hospitals.${place}`)}>
              {(aria) => (
                <Input
                  {...aria}
                  maxLength={60}
                  value={row.name}
                  onChange={({ target }) => replace({ ...row, name: target.value })}
                />
              )}
            </Field>
            <Field label="每日可体检人数">
              {(aria) => (
                <Input
                  {...aria}
                  inputMode="numeric"
                  maxLength={4}
                  value={row.perDay}
                  onChange={({ target }) => replace({ ...row, perDay: target.value })}
                />
              )}
            </Field>
          </div>
          <Button
            aria-label={`移除医院${row.name}`}
            onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}
          >
            移除
          </Button>
        </div>
      ))}
      <Button onClick={() => onChange([...rows, { key: crypto.randomUUID(), name: '', perDay: '' }])}>增加医院</Button>
    </fieldset>
  )
}
