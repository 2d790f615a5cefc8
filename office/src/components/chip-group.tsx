import { Link } from 'react-router'
import './chip-group.css'

interface Chip {
  readonly title: string
  readonly isOn: boolean
  /** Address of the list with this filter set, or taken off when it is set already. */
  readonly to: string
}

interface ChipGroupProps {
  readonly title: string
  /** Ties the title to the list; one of each on a page. */
  readonly name: string
  readonly chips: readonly Chip[]
}

/** One row of filters; each is an address, so a view can be shared and found again. */
export function ChipGroup({ title, name, chips }: ChipGroupProps) {
  return (
    <div className="chip-group">
      <span className="chip-title" id={`chips-${name}`}>
        {title}
      </span>
      <ul aria-labelledby={`chips-${name}`}>
        {chips.map((chip) => (
          <li key={chip.title}>
            <Link to={chip.to} className="chip" aria-current={chip.isOn ? 'true' : undefined} preventScrollReset>
              {chip.title}
              {chip.isOn && <span className="visually-hidden">（已选，再次点击取消）</span>}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
