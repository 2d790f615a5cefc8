import { CONSULTATION_KIND_TITLES, ConsultationKind } from '@xingtan/contract/consultation'
import { CONSULTATION_PLACE_TITLES, ConsultationPlace } from '@xingtan/contract/office/consultation'
import { Link } from 'react-router'
import type { ConsultationFilter } from './use-consultations.ts'

/** The filter as it stands in the address; what does not belong there is left away. */
export function readFilter(search: URLSearchParams): ConsultationFilter {
  const place = ConsultationPlace.safeParse(search.get('place'))
  const kind = ConsultationKind.safeParse(search.get('kind'))
  return {
    place: place.success ? place.data : 'own',
    answered: search.get('answered') === 'yes' ? 'yes' : 'no',
    ...(kind.success && { kind: kind.data }),
    ...(search.get('mine') === 'yes' && { mine: 'yes' as const }),
    ...(search.get('overdue') === 'yes' && { overdue: 'yes' as const }),
  }
}

interface Choice {
  readonly label: string
  readonly change: Readonly<Record<string, string | null>>
  readonly isChosen: boolean
}

function linkTo(search: URLSearchParams, change: Choice['change']): string {
  const next = new URLSearchParams(search)
  for (const [name, value] of Object.entries(change)) {
    if (value === null) next.delete(name)
    else next.set(name, value)
  }
  const text = next.toString()
  return text === '' ? '/consultations' : `/consultations?${text}`
}

interface InboxFilterProps {
  readonly search: URLSearchParams
  readonly filter: ConsultationFilter
}

/** Filters as chips; every state of them has an address. */
export function InboxFilter({ search, filter }: InboxFilterProps) {
  const places: Choice[] = ConsultationPlace.options.map((place) => ({
    label: CONSULTATION_PLACE_TITLES[place],
    change: { place: place === 'own' ? null : place },
    isChosen: filter.place === place,
  }))
  const kinds: Choice[] = [
    { label: '全部类别', change: { kind: null }, isChosen: filter.kind === undefined },
    ...ConsultationKind.options.map((kind) => ({
      label: CONSULTATION_KIND_TITLES[kind],
      change: { kind },
      isChosen: filter.kind === kind,
    })),
  ]
  const states: Choice[] = [
    { label: '未答复', change: { answered: null }, isChosen: filter.answered === 'no' },
    { label: '已答复', change: { answered: 'yes', overdue: null }, isChosen: filter.answered === 'yes' },
    {
      label: '只看逾期',
      change: { overdue: filter.overdue === undefined ? 'yes' : null, answered: null },
      isChosen: filter.overdue === 'yes',
    },
    { label: '只看我的', change: { mine: filter.mine === undefined ? 'yes' : null }, isChosen: filter.mine === 'yes' },
  ]
  const groups = [
    { title: '按办理机构筛选', choices: places },
    { title: '按类别筛选', choices: kinds },
    { title: '按状态筛选', choices: states },
  ]
  return (
    <div className="consultation-filter">
      {groups.map(({ title, choices }) => (
        <nav key={title} aria-label={title}>
          <ul>
            {choices.map(({ label, change, isChosen }) => (
              <li key={label}>
                <Link className="chip" to={linkTo(search, change)} aria-current={isChosen ? 'true' : undefined}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      ))}
    </div>
  )
}
