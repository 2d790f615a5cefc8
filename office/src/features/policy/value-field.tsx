import { policyFieldTitle, policyValueText } from '@xingtan/contract/policy-word'
import { Button, Input, Select } from 'antd'
import { useId } from 'react'
import { Field } from '../../components/field.tsx'
import { type Shape, emptyValue } from './value-shape.ts'

interface ValueFieldProps {
  readonly shape: Shape
  readonly title: string
  readonly value: unknown
  /** Errors by path, for example `value.1.normalMajor`. */
  readonly errors: Readonly<Record<string, string>>
  readonly path: string
  readonly onChange: (value: unknown) => void
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** One field of a policy value, whatever its shape; tables hold the same component again. */
export function ValueField(props: ValueFieldProps) {
  const { shape } = props
  if (shape.kind === 'object') return <ObjectField {...props} shape={shape} />
  if (shape.kind === 'list') return <ListField {...props} shape={shape} />
  if (shape.kind === 'choices') return <ChoicesField {...props} shape={shape} />
  if (shape.kind === 'boolean') return <BooleanField {...props} />
  return <SingleField {...props} shape={shape} />
}

type Of<Kind extends Shape['kind']> = ValueFieldProps & { readonly shape: Extract<Shape, { kind: Kind }> }

function ObjectField({ shape, title, value, errors, path, onChange }: Of<'object'>) {
  const own = isRecord(value) ? value : {}
  return (
    <fieldset className="value-group">
      <legend>{title}</legend>
      <div className="value-fields">
        {shape.fields.map(([name, one]) => (
          <ValueField
            key={name}
            shape={one}
            title={policyFieldTitle(name)}
            value={own[name]}
            errors={errors}
            path={`${path}.${name}`}
            onChange={(next) => onChange({ ...own, [name]: next })}
          />
        ))}
      </div>
    </fieldset>
  )
}

function ListField({ shape, title, value, errors, path, onChange }: Of<'list'>) {
  const rows: readonly unknown[] = Array.isArray(value) ? value : []
  return (
    <fieldset className="value-group">
      <legend>{title}</legend>
      {rows.length === 0 && <p className="quiet">还没有内容。</p>}
      {rows.map((row, index) => (
        // Rows have no id of their own and are only added at the end.
        // oxlint-disable-next-line react/no-array-index-key
        <div className="value-row" key={index}>
          <ValueField
            shape={shape.item}
            title={`第 ${index + 1} 项`}
            value={row}
            errors={errors}
            path={`${path}.${index}`}
            onChange={(next) => onChange(rows.with(index, next))}
          />
          <Button
            size="small"
            aria-label={`删除${title}第 ${index + 1} 项`}
            onClick={() => onChange(rows.toSpliced(index, 1))}
          >
            删除
          </Button>
        </div>
      ))}
      <Button onClick={() => onChange([...rows, emptyValue(shape.item)])}>增加一项</Button>
      {errors[path] !== undefined && <p className="field-error">{errors[path]}</p>}
    </fieldset>
  )
}

function ChoicesField({ shape, title, value, errors, path, onChange }: Of<'choices'>) {
  const chosen: readonly unknown[] = Array.isArray(value) ? value : []
  const name = path.slice(path.lastIndexOf('.') + 1)
  return (
    <fieldset className="value-group value-choices">
      <legend>{title}</legend>
      {shape.options.map((option) => (
        <label key={option}>
          <input
            type="checkbox"
            checked={chosen.includes(option)}
            onChange={(event) =>
              onChange(shape.options.filter((one) => (one === option ? event.target.checked : chosen.includes(one))))
            }
          />
          {policyValueText(option, name)}
        </label>
      ))}
      {errors[path] !== undefined && <p className="field-error">{errors[path]}</p>}
    </fieldset>
  )
}

function BooleanField({ title, value, onChange }: ValueFieldProps) {
  const id = useId()
  return (
    <div className="value-tick">
      <input id={id} type="checkbox" checked={value === true} onChange={(event) => onChange(event.target.checked)} />
      <label htmlFor={id}>{title}</label>
    </div>
  )
}

function toNumber(text: string): number | null {
  return text.trim() === '' || Number.isNaN(Number(text)) ? null : Number(text)
}

function SingleField({
  shape,
  title,
  value,
  errors,
  path,
  onChange,
}: Of<'choice' | 'number' | 'text' | 'long-text' | 'day'>) {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  const toText = (next: string) => (next === '' && shape.isNullable ? null : next)
  return (
    <Field label={title} error={errors[path]}>
      {(aria) => {
        if (shape.kind === 'choice') {
          const options = shape.options.map((option) => ({ value: option, label: policyValueText(option) }))
          return (
            <Select
              {...aria}
              options={options}
              value={options.find((option) => option.value === value)?.value ?? null}
              allowClear={shape.isNullable}
              onChange={(next: unknown) => onChange(next ?? null)}
            />
          )
        }
        if (shape.kind === 'number') {
          return (
            <Input
              {...aria}
              inputMode="numeric"
              value={text}
              onChange={({ target }) => onChange(toNumber(target.value))}
            />
          )
        }
        if (shape.kind === 'long-text') {
          return (
            <Input.TextArea {...aria} autoSize value={text} onChange={({ target }) => onChange(toText(target.value))} />
          )
        }
        const type = shape.kind === 'day' ? 'date' : 'text'
        return <Input {...aria} type={type} value={text} onChange={({ target }) => onChange(toText(target.value))} />
      }}
    </Field>
  )
}
