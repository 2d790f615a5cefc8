import type { Lane, OnlineRow } from '@xingtan/contract/office/material'
import { StatusTag, type Tone } from '@xingtan/ui/components/status-tag'
import { formatInstantShort } from '@xingtan/ui/date-format'
import type { ReactNode } from 'react'
import { LANE_TITLES } from './online-filters.ts'

const TONES: Readonly<Record<Lane, Tone>> = { pass: 'ok', supplement: 'warn', 'on-site': 'act' }

/** What the sources say of a case, in words and colour. */
export function LaneTag({ lane }: { readonly lane: Lane }) {
  return <StatusTag tone={TONES[lane]}>{LANE_TITLES[lane]}</StatusTag>
}

/** Lane, hand-in, and the granted time while it runs or after it has run out. */
export function laneCell(row: OnlineRow): ReactNode {
  return (
    <span className="lane-cell">
      <LaneTag lane={row.lane} />
      <span className="quiet nowrap">{formatInstantShort(row.handedInAt)} 提交</span>
      {row.supplementDueOn !== null && (
        <span className="nowrap">
          补正至 {row.supplementDueOn}
          {row.isLate && <StatusTag tone="stop">已超过</StatusTag>}
        </span>
      )}
    </span>
  )
}
