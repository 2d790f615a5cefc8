import type { WorkInfoStaff } from '@xingtan/contract/office/work-info'
import { Button, Input } from 'antd'
import { Field } from '../../components/field.tsx'

interface StaffRowProps {
  /** From 1. */
  readonly place: number
  readonly person: WorkInfoStaff
  readonly error: string | undefined
  readonly onChange: (person: WorkInfoStaff) => void
  readonly onRemove: () => void
}

/** One of the staff: name, mobile, office phone. */
export function StaffRow({ place, person, error, onChange, onRemove }: StaffRowProps) {
  return (
    <fieldset className="work-info-person" aria-label={`第 ${place} 名工作人员`}>
      <Field label="姓名" error={error}>
        {(aria) => (
          <Input
            {...aria}
            maxLength={30}
            value={person.name}
            onChange={(event) => onChange({ ...person, name: event.target.value })}
          />
        )}
      </Field>
      <Field label="手机号码">
        {(aria) => (
          <Input
            {...aria}
            inputMode="tel"
            maxLength={20}
            value={person.mobile}
            onChange={(event) => onChange({ ...person, mobile: event.target.value })}
          />
        )}
      </Field>
      <Field label="办公电话">
        {(aria) => (
          <Input
            {...aria}
            inputMode="tel"
            maxLength={40}
            value={person.officePhone}
            onChange={(event) => onChange({ ...person, officePhone: event.target.value })}
          />
        )}
      </Field>
      <Button aria-label={`删去第 ${place} 名工作人员`} onClick={onRemove}>
        删去
      </Button>
    </fieldset>
  )
}
