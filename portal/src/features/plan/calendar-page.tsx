import './calendar.css'
import { QUALIFICATION_TITLES, QualificationType } from '@xingtan/contract/qualification'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { Panel } from '@xingtan/ui/components/panel'
import { SelectField } from '@xingtan/ui/components/select-field'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { isComplete, PlaceChooser } from '../../place/place-chooser.tsx'
import { findRememberedPlace, type RememberedPlace, rememberPlace } from '../../place/remembered-place.ts'
import { usePlaceOf } from '../../place/use-place-of.ts'
import { AgencyCalendar } from './agency-calendar.tsx'
import { ProvinceMonth } from './province-month.tsx'

const TYPE_OPTIONS = Object.entries(QUALIFICATION_TITLES).map(([value, label]) => ({ value, label }))

/** 认定日程: for a place and a type when, where and at which agency; and a province month by month (PUB-8, APP-1). */
export function CalendarPage() {
  const [search, setSearch] = useSearchParams()
  const regionCode = search.get('region')
  const type = QualificationType.safeParse(Number(search.get('type'))).data
  const [draft, setDraft] = useState<RememberedPlace | undefined>(() =>
    regionCode === null ? findRememberedPlace() : undefined,
  )
  const named = usePlaceOf(regionCode)
  const place = draft ?? named
  const set = (name: 'region' | 'type', value: string) => {
    const next = new URLSearchParams(search)
    if (value === '') next.delete(name)
    else next.set(name, value)
    setSearch(next, { replace: true })
  }
  const choose = (next: RememberedPlace | undefined) => {
    setDraft(next ?? [])
    if (next === undefined || !isComplete(next)) return
    rememberPlace(next)
    set('region', next.at(-1)?.code ?? '')
  }
  const county = place !== undefined && isComplete(place) ? place.at(-1)?.code : undefined
  return (
    <>
      <PageTitle title="认定日程" lead="选择申请地和资格种类，查看由哪个机构认定、什么时间办理、到哪里确认。" />
      <div className="calendar">
        <Panel title="查看当地安排">
          <div className="calendar-choice">
            <PlaceChooser id="calendar-place" value={place} onChange={choose} />
            <SelectField
              id="calendar-type"
              label="资格种类"
              value={type === undefined ? '' : String(type)}
              options={TYPE_OPTIONS}
              onChange={(value) => set('type', value)}
            />
          </div>
          {county !== undefined && type !== undefined ? (
            <AgencyCalendar regionCode={county} type={type} />
          ) : (
            <p className="secondary">请选择到区县，并选择资格种类。</p>
          )}
        </Panel>
        <ProvinceMonth provinceCode={place?.[0]?.code} provinceName={place?.[0]?.name} />
      </div>
    </>
  )
}
