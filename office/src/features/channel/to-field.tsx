import { Field } from '../../components/field.tsx'
import type { Targets } from './post-values.ts'

interface ToFieldProps {
  readonly targets: Targets
  readonly value: string
  readonly onChange: (to: string) => void
  readonly error: string | undefined
}

/** All below, those right below, or one agency; a native list, because it may hold a hundred. */
export function ToField({ targets, value, onChange, error }: ToFieldProps) {
  const below = targets.filter(({ isAbove }) => !isAbove)
  const superior = targets.find(({ isAbove }) => isAbove)
  return (
    <Field label="发给" error={error}>
      {(aria) => (
        <select {...aria} value={value} onChange={(event) => onChange(event.target.value)}>
          {below.length > 0 && (
            <>
              <option value="below">全部下级机构</option>
              <option value="direct">直属下级机构</option>
            </>
          )}
          {superior !== undefined && <option value={superior.agencyCode}>上级机构：{superior.name}</option>}
          {below.length > 0 && (
            <optgroup label="一个下级机构">
              {below.map(({ agencyCode, name }) => (
                <option key={agencyCode} value={agencyCode}>
                  {name}
                </option>
              ))}
            </optgroup>
          )}
        </select>
      )}
    </Field>
  )
}
