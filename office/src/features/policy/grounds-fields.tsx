import { Input } from 'antd'
import { useId } from 'react'
import { Field } from '../../components/field.tsx'

const UNPROVEN = '依据待核'

export interface Grounds {
  readonly reason: string
  readonly source: string
}

interface GroundsFieldsProps {
  readonly value: Grounds
  readonly errors: Readonly<Record<string, string>>
  readonly onChange: (value: Grounds) => void
}

/** Why and on what ground; that a ground is not proven is a choice one makes, never a gap. */
export function GroundsFields({ value, errors, onChange }: GroundsFieldsProps) {
  const tickId = useId()
  const isUnproven = value.source === UNPROVEN
  return (
    <>
      <Field label="依据" hint="写明文件名称和文号。" error={errors['source']}>
        {(aria) => (
          <Input
            {...aria}
            maxLength={200}
            disabled={isUnproven}
            value={value.source}
            onChange={({ target }) => onChange({ ...value, source: target.value })}
          />
        )}
      </Field>
      <div className="value-tick">
        <input
          id={tickId}
          type="checkbox"
          checked={isUnproven}
          onChange={({ target }) => onChange({ ...value, source: target.checked ? UNPROVEN : '' })}
        />
        <label htmlFor={tickId}>依据待核（目录中会一直标明）</label>
      </div>
      <Field label="变更理由" hint="批准人会看到。" error={errors['reason']}>
        {(aria) => (
          <Input.TextArea
            {...aria}
            rows={2}
            maxLength={300}
            value={value.reason}
            onChange={({ target }) => onChange({ ...value, reason: target.value })}
          />
        )}
      </Field>
    </>
  )
}
