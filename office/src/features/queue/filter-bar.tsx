import { CASE_STAGE_TITLES, CaseStage } from '@xingtan/contract/office/case'
import { QUALIFICATION_TITLES } from '@xingtan/contract/qualification'
import { Link, useSearchParams } from 'react-router'
import { ChipGroup } from '../../components/chip-group.tsx'
import { DUE_TITLES, type QueueFilters, toggleFilter } from './queue-filters.ts'
import { SavedViews } from './saved-views.tsx'

/** Filters of the queue; each one is an address, so a view can be shared and found again. */
export function FilterBar({ filters }: { readonly filters: QueueFilters }) {
  const [search] = useSearchParams()
  const dues = Object.entries(DUE_TITLES)
  const kinds = Object.entries(QUALIFICATION_TITLES)
  const isFiltered = Object.keys(filters).length > 0
  return (
    <nav className="filter-bar" aria-label="筛选">
      <ChipGroup
        title="环节"
        name="stage"
        chips={CaseStage.options.map((stage) => ({
          to: toggleFilter(search, 'stage', stage),
          title: CASE_STAGE_TITLES[stage],
          isOn: filters.stage === stage,
        }))}
      />
      <ChipGroup
        title="到期"
        name="due"
        chips={dues.map(([value, title]) => ({
          to: toggleFilter(search, 'due', value),
          title,
          isOn: filters.due === value,
        }))}
      />
      <ChipGroup
        title="种类"
        name="type"
        chips={kinds.map(([value, title]) => ({
          to: toggleFilter(search, 'type', value),
          title: title.replace('教师资格', ''),
          isOn: String(filters.qualificationType ?? '') === value,
        }))}
      />
      <SavedViews isFiltered={isFiltered} />
      {isFiltered && (
        <Link to="/cases" className="chip-clear">
          清除全部筛选
        </Link>
      )}
    </nav>
  )
}
