import { CASE_STAGE_TITLES, CaseStage } from '@xingtan/contract/office/case'
import { QUALIFICATION_TITLES } from '@xingtan/contract/qualification'
import { Link, useSearchParams } from 'react-router'
import { DUE_TITLES, type QueueFilters, toggleFilter } from './queue-filters.ts'

interface Chip {
  readonly value: string
  readonly title: string
  readonly isOn: boolean
}

interface ChipGroupProps {
  readonly title: string
  readonly name: 'stage' | 'type' | 'due'
  readonly chips: readonly Chip[]
}

function ChipGroup({ title, name, chips }: ChipGroupProps) {
  const [search] = useSearchParams()
  return (
    <div className="chip-group">
      <span className="chip-title" id={`chips-${name}`}>
        {title}
      </span>
      <ul aria-labelledby={`chips-${name}`}>
        {chips.map((chip) => (
          <li key={chip.value}>
            <Link
              to={toggleFilter(search, name, chip.value)}
              className="chip"
              aria-current={chip.isOn ? 'true' : undefined}
              preventScrollReset
            >
              {chip.title}
              {chip.isOn && <span className="visually-hidden">（已选，再次点击取消）</span>}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Filters of the queue; each one is an address, so a view can be shared and found again. */
export function FilterBar({ filters }: { readonly filters: QueueFilters }) {
  const dues = Object.entries(DUE_TITLES)
  const kinds = Object.entries(QUALIFICATION_TITLES)
  const isFiltered = Object.keys(filters).length > 0
  return (
    <nav className="filter-bar" aria-label="筛选">
      <ChipGroup
        title="环节"
        name="stage"
        chips={CaseStage.options.map((stage) => ({
          value: stage,
          title: CASE_STAGE_TITLES[stage],
          isOn: filters.stage === stage,
        }))}
      />
      <ChipGroup
        title="到期"
        name="due"
        chips={dues.map(([value, title]) => ({ value, title, isOn: filters.due === value }))}
      />
      <ChipGroup
        title="种类"
        name="type"
        chips={kinds.map(([value, title]) => ({
          value,
          title: title.replace('教师资格', ''),
          isOn: String(filters.qualificationType ?? '') === value,
        }))}
      />
      {isFiltered && (
        <Link to="/cases" className="chip-clear">
          清除全部筛选
        </Link>
      )}
    </nav>
  )
}
