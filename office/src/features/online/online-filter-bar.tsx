import { Lane, OnlineState } from '@xingtan/contract/office/material'
import { ChipGroup } from '../../components/chip-group.tsx'
import { LANE_TITLES, type OnlineFilters, STATE_TITLES, onlinePath, toggleLane } from './online-filters.ts'

/** Whose turn it is, and what the sources say. */
export function OnlineFilterBar({ filters }: { readonly filters: OnlineFilters }) {
  return (
    <nav className="filter-bar" aria-label="筛选">
      <ChipGroup
        title="进度"
        name="state"
        chips={OnlineState.options.map((state) => ({
          title: STATE_TITLES[state],
          isOn: filters.state === state,
          to: onlinePath({ ...filters, state }),
        }))}
      />
      <ChipGroup
        title="分类"
        name="lane"
        chips={Lane.options.map((lane) => ({
          title: LANE_TITLES[lane],
          isOn: filters.lane === lane,
          to: onlinePath(toggleLane(filters, lane)),
        }))}
      />
    </nav>
  )
}
