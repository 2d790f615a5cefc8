import type { SchemeContent } from '@xingtan/contract/office/filing'
import { TextField } from './input-fields.tsx'
import type { ContentFormProps } from './notice-form.tsx'

const BUDGET = [
  { value: true, title: '已列入年度预算' },
  { value: false, title: '尚未列入年度预算' },
] as const

/** Prevention and safety, and whether the money is there (教办师〔2020〕81号 四(三)). */
export function SchemeEnd<Content extends SchemeContent>({ content, onChange, errorOf }: ContentFormProps<Content>) {
  const error = errorOf('budgetAssured')
  return (
    <>
      <TextField
        label="防控和安全措施"
        hint="人员疏导、防控、医务、保卫、数据保密等安排。"
        rows={5}
        maxLength={4000}
        value={content.safety}
        error={errorOf('safety')}
        onChange={(safety) => onChange({ ...content, safety })}
      />
      <fieldset className="filing-choice">
        <legend>经费保障</legend>
        {BUDGET.map(({ value, title }) => (
          <label key={title}>
            <input
              type="radio"
              name="budget"
              checked={content.budgetAssured === value}
              onChange={() => onChange({ ...content, budgetAssured: value })}
            />
            {title}
          </label>
        ))}
        {error !== undefined && <p className="field-error">{error}</p>}
      </fieldset>
    </>
  )
}
