import './place-chooser.css'
import { listRegionsEndpoint, type Region } from '@xingtan/contract/place'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { SelectField } from '@xingtan/ui/components/select-field'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import type { RememberedPlace } from './remembered-place.ts'

const LEVEL_TITLES: Readonly<Record<Region['level'], string>> = { province: '省份', city: '城市', county: '区县' }

interface RegionSelectProps {
  readonly id: string
  readonly label: string
  readonly parent: string | undefined
  readonly value: string
  readonly onChoose: (region: Region | undefined) => void
}

function RegionSelect({ id, label, parent, value, onChoose }: RegionSelectProps) {
  const query = useEndpoint(listRegionsEndpoint, parent === undefined ? {} : { parent }, { staleTime: Infinity })
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  const regions = query.data?.regions ?? []
  const [first] = regions
  if (query.data !== undefined && first === undefined) return null
  return (
    <SelectField
      id={id}
      label={first === undefined || parent === undefined ? label : LEVEL_TITLES[first.level]}
      value={value}
      placeholder={query.isPending ? '正在加载' : '请选择'}
      options={regions.map(({ code, name }) => ({ value: code, label: name }))}
      onChange={(code) => onChoose(regions.find((region) => region.code === code))}
    />
  )
}

/** Whether the place has come down to a county, where agencies and points are found. */
export function isComplete(place: readonly Region[]): boolean {
  return place.at(-1)?.level === 'county'
}

export interface PlaceChooserProps {
  /** Prefix of the ids of the selects. */
  readonly id: string
  /** From the province down; may be incomplete. */
  readonly value: RememberedPlace | undefined
  /** Told after every choice. */
  readonly onChange: (place: RememberedPlace | undefined) => void
}

/** Province, city, county in native selects; counties that hang right under a province need no city. */
export function PlaceChooser({ id, value: place, onChange }: PlaceChooserProps) {
  const value = place ?? []
  const choose = (depth: number, region: Region | undefined): void => {
    const kept = value.slice(0, depth)
    const next = region === undefined ? kept : [...kept, region]
    onChange(next.length === 0 ? undefined : next)
  }
  const shown = isComplete(value) ? value.length : value.length + 1
  const depths = [0, 1, 2].slice(0, shown)
  return (
    <div className="place-chooser">
      {depths.map((depth) => (
        <RegionSelect
          key={depth === 0 ? 'top' : value[depth - 1]?.code}
          id={`${id}-${depth}`}
          label={depth === 0 ? '省份' : '下级地区'}
          parent={value[depth - 1]?.code}
          value={value[depth]?.code ?? ''}
          onChoose={(region) => choose(depth, region)}
        />
      ))}
    </div>
  )
}
