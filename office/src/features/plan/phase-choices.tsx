import { PERSON_KIND_TITLES, PersonKind } from '@xingtan/contract/plan-content'
import { ROUTE_TITLES, Route } from '@xingtan/contract/qualification'
import type { PhaseDraft } from './plan-draft.ts'

interface ChoicesProps<Value extends string> {
  readonly legend: string
  readonly options: readonly Value[]
  readonly titles: Readonly<Record<Value, string>>
  readonly chosen: readonly Value[]
  readonly onChange: (chosen: readonly Value[]) => void
}

function Choices<Value extends string>({ legend, options, titles, chosen, onChange }: ChoicesProps<Value>) {
  return (
    <fieldset className="plan-choices">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option}>
          <input
            type="checkbox"
            checked={chosen.includes(option)}
            onChange={({ target }) =>
              onChange(options.filter((one) => (one === option ? target.checked : chosen.includes(one))))
            }
          />{' '}
          {titles[option]}
        </label>
      ))}
    </fieldset>
  )
}

interface PhaseChoicesProps {
  readonly row: PhaseDraft
  readonly onChange: (row: PhaseDraft) => void
}

/** Whom a phase of 网报 is kept for; nothing chosen means everybody (domain §8.4). */
export function PhaseChoices({ row, onChange }: PhaseChoicesProps) {
  return (
    <details className="plan-admits" open={row.routes.length + row.personKinds.length > 0}>
      <summary>{row.routes.length + row.personKinds.length === 0 ? '面向所有申请人' : '只面向部分申请人'}</summary>
      <p className="field-hint">都不选表示不限制；选了以后，其他人在这一段时间内不能提交。</p>
      <Choices
        legend="人员类别"
        options={PersonKind.options}
        titles={PERSON_KIND_TITLES}
        chosen={row.personKinds}
        onChange={(personKinds) => onChange({ ...row, personKinds })}
      />
      <Choices
        legend="考试形式"
        options={Route.options}
        titles={ROUTE_TITLES}
        chosen={row.routes}
        onChange={(routes) => onChange({ ...row, routes })}
      />
    </details>
  )
}
