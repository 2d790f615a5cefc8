import { type ConsultationKind, getConsultationDesksEndpoint } from '@xingtan/contract/consultation'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { Notice } from '@xingtan/ui/components/notice'
import { SelectField } from '@xingtan/ui/components/select-field'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useState } from 'react'
import { isComplete, PlaceChooser } from '../../place/place-chooser.tsx'
import { findRememberedPlace, type RememberedPlace, rememberPlace } from '../../place/remembered-place.ts'

interface DeskFieldsProps {
  readonly kind: ConsultationKind
  readonly value: string
  readonly onChange: (agencyCode: string) => void
  readonly error: string | undefined
}

const LABELS: Readonly<Record<ConsultationKind, string>> = {
  consultation: '写给哪个机构',
  complaint: '被投诉的机构',
  fraud: '写给哪个机构',
}

/** The place, then one of the agencies of its line; the nearest first, the 国家中心 last. */
export function DeskFields({ kind, value, onChange, error }: DeskFieldsProps) {
  const [place, setPlace] = useState<RememberedPlace | undefined>(findRememberedPlace)
  const region = place?.at(-1)?.code
  const query = useEndpoint(
    getConsultationDesksEndpoint,
    { regionCode: region ?? '' },
    { enabled: region !== undefined, staleTime: 60_000 },
  )
  const choosePlace = (next: RememberedPlace | undefined): void => {
    setPlace(next)
    onChange('')
    if (next !== undefined && isComplete(next)) rememberPlace(next)
  }
  // Nobody stands above the centre.
  const desks = (query.data?.desks ?? []).filter(({ level }) => kind !== 'complaint' || level !== 'nation')
  const days = query.data?.workingDays[kind]
  return (
    <>
      <fieldset className="field field-wide">
        <legend className="field-label">事项发生的地区</legend>
        <PlaceChooser id="place" value={place} onChange={choosePlace} />
      </fieldset>
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      <SelectField
        id="agencyCode"
        label={LABELS[kind]}
        hint={
          region === undefined
            ? '请先选择地区，再选择机构。'
            : '一般选择离您最近的机构；涉及网站和账号的，选择国家中心。'
        }
        value={value}
        placeholder={query.isLoading ? '正在加载' : '请选择'}
        isDisabled={region === undefined}
        options={desks.map(({ agencyCode, name }) => ({ value: agencyCode, label: name }))}
        onChange={onChange}
        error={error}
      />
      {days !== undefined && (
        <Notice tone="info">
          <p>自收到之日起 {days} 个工作日内答复，答复期限以受理回执为准。</p>
        </Notice>
      )}
    </>
  )
}
