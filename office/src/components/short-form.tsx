import { useQueryClient } from '@tanstack/react-query'
import type { EndpointShape } from '@xingtan/contract/endpoint'
import { OFFICE_ROLE_TITLES, type OfficeRole } from '@xingtan/contract/office/session'
import { ErrorSummary } from '@xingtan/ui/components/error-summary'
import { SelectField, type SelectOption } from '@xingtan/ui/components/select-field'
import { TextareaField } from '@xingtan/ui/components/textarea-field'
import { TextField } from '@xingtan/ui/components/text-field'
import { useCommand } from '@xingtan/ui/use-command'
import { useFormErrors } from '@xingtan/ui/use-form-errors'
import { useToast } from '@xingtan/ui/use-toast'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { Dialog } from './dialog.tsx'
import './short-form.css'

export interface FormLine {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly initial?: string
  readonly maxLength?: number
  readonly options?: readonly SelectOption[]
  readonly isOptional?: boolean
  /** Several lines of text. */
  readonly rows?: number
}

type Values = Readonly<Record<string, string>>

interface ShortFormProps<Input extends z.ZodType, Output extends z.ZodType> {
  readonly endpoint: EndpointShape<Input, Output>
  readonly title: string
  readonly lead: ReactNode
  readonly lines: readonly FormLine[]
  /** Offered roles; none asks for none. */
  readonly roles?: { readonly offered: readonly OfficeRole[]; readonly initial: readonly OfficeRole[] }
  readonly submitText: string
  readonly isDanger?: boolean
  readonly done: string
  readonly toInput: (values: Values, roles: readonly OfficeRole[]) => z.input<Input>
  readonly onValues?: (values: Values) => void
  readonly onClose: () => void
}

/** A short form in a dialog: everything wrong at once, in the words of the endpoint; nothing typed is lost. */
export function ShortForm<Input extends z.ZodType, Output extends z.ZodType>(props: ShortFormProps<Input, Output>) {
  const { endpoint, lines, roles, toInput, onClose } = props
  const [values, setValues] = useState<Values>(() =>
    Object.fromEntries(lines.map((one) => [one.id, one.initial ?? ''])),
  )
  const [chosen, setChosen] = useState<readonly OfficeRole[]>(roles?.initial ?? [])
  const { form, errorFor, check, refuse, touch } = useFormErrors()
  const announce = useToast()
  const queryClient = useQueryClient()
  const command = useCommand(endpoint, {
    onSuccess: () => {
      announce(props.done)
      // Whatever the same module shows is read anew.
      const [module] = endpoint.name.split('.')
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith(`${module}.`) })
      onClose()
    },
    onError: refuse,
  })
  const put = (id: string, value: string) => {
    const next = { ...values, [id]: value }
    setValues(next)
    touch(id)
    props.onValues?.(next)
  }
  return (
    <Dialog title={props.title} wide onClose={onClose}>
      {props.lead}
      <form
        className="short-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const input = toInput(values, chosen)
          if (check(endpoint.input, input)) command.mutate({ input })
        }}
      >
        {form.errors.length > 0 && <ErrorSummary key={form.attempt} errors={form.errors} />}
        {lines.map((one) => {
          const field = { ...one, error: errorFor(one.id), value: values[one.id] ?? '' }
          const onChange = (value: string) => put(one.id, value)
          if (one.rows !== undefined) {
            return <TextareaField key={one.id} {...field} rows={one.rows} onChange={onChange} />
          }
          if (one.options === undefined) return <TextField key={one.id} {...field} onChange={onChange} />
          return <SelectField key={one.id} {...field} options={one.options} onChange={onChange} />
        })}
        {roles !== undefined && (
          <RoleBoxes offered={roles.offered} chosen={chosen} error={errorFor('roles')} onChange={setChosen} />
        )}
        <div className="dialog-actions">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" danger={props.isDanger === true} htmlType="submit" loading={command.isPending}>
            {props.submitText}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

interface RoleBoxesProps {
  readonly offered: readonly OfficeRole[]
  readonly chosen: readonly OfficeRole[]
  readonly error: string | undefined
  readonly onChange: (roles: readonly OfficeRole[]) => void
}

function RoleBoxes({ offered, chosen, error, onChange }: RoleBoxesProps) {
  const toggle = (role: OfficeRole) =>
    onChange(chosen.includes(role) ? chosen.filter((one) => one !== role) : [...chosen, role])
  return (
    <fieldset aria-describedby={error === undefined ? undefined : 'roles-error'}>
      <legend>角色</legend>
      <div className="short-form-roles">
        {offered.map((role, index) => (
          <label key={role}>
            <input
              type="checkbox"
              id={index === 0 ? 'roles' : undefined}
              checked={chosen.includes(role)}
              onChange={() => toggle(role)}
            />
            {OFFICE_ROLE_TITLES[role]}
          </label>
        ))}
      </div>
      {error !== undefined && (
        <p id="roles-error" className="field-error">
          {error}
        </p>
      )}
    </fieldset>
  )
}
