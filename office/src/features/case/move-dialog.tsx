import { listMoveTargetsEndpoint, proposeMoveEndpoint } from '@xingtan/contract/office/case-exception'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { Notice } from '@xingtan/ui/components/notice'
import { SelectField } from '@xingtan/ui/components/select-field'
import { TextareaField } from '@xingtan/ui/components/textarea-field'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useState } from 'react'
import { ActForm } from '../../components/act-form.tsx'
import { useOfficer } from '../../session/officer-context.ts'
import type { Case } from './case-draft.ts'

type Region = OutputOf<typeof listMoveTargetsEndpoint>['regions'][number]
const NONE: readonly Region[] = []

interface MoveProps {
  readonly view: Case
  readonly onClose: () => void
}

/** 移送: the region of the person's own basis decides which office can take the case; that office has to agree. */
export function MoveDialog({ view, onClose }: MoveProps) {
  const { agencyCode } = useOfficer()
  const { applicationId } = view.row
  const [province, setProvince] = useState('')
  const [city, setCity] = useState('')
  const [county, setCounty] = useState('')
  const [reason, setReason] = useState('')
  const provinces = useEndpoint(listMoveTargetsEndpoint, { applicationId })
  const cities = useEndpoint(listMoveTargetsEndpoint, { applicationId, parent: province }, { enabled: province !== '' })
  const counties = useEndpoint(listMoveTargetsEndpoint, { applicationId, parent: city }, { enabled: city !== '' })
  const chosen =
    counties.data?.regions.find(({ code }) => code === county) ?? cities.data?.regions.find(({ code }) => code === city)
  const agency = chosen?.agency ?? null
  const failed = [provinces, cities, counties].find(({ isError }) => isError)
  return (
    <ActForm
      endpoint={proposeMoveEndpoint}
      title={`移送其他机构：${view.row.name}`}
      lead={
        <p>
          请按申请人户籍、居住证或学校所在地选择地区，系统据此找出有权认定的机构。对方接收以前，该件仍由本机构办理，期限照常计算。
        </p>
      }
      input={{
        applicationId,
        version: view.version,
        toAgency: agency?.code ?? '',
        basisRegion: chosen?.code ?? '',
        reason,
      }}
      submitText="提出移送"
      done="已提出移送，等待接收机构答复。"
      onClose={onClose}
    >
      {({ errorFor, touch }) => (
        <>
          {failed?.error != null && <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />}
          <RegionSelect
            id="province"
            label="省（自治区、直辖市）"
            regions={provinces.data?.regions}
            value={province}
            onChange={(value) => {
              setProvince(value)
              setCity('')
              setCounty('')
              touch('toAgency', 'basisRegion')
            }}
          />
          {province !== '' && (
            <RegionSelect
              id={(counties.data?.regions.length ?? 0) > 0 ? 'city' : 'basisRegion'}
              label="市（或省直辖县）"
              regions={cities.data?.regions}
              value={city}
              error={city === '' ? errorFor('basisRegion') : undefined}
              onChange={(value) => {
                setCity(value)
                setCounty('')
                touch('toAgency', 'basisRegion')
              }}
            />
          )}
          {city !== '' && (counties.data?.regions.length ?? 0) > 0 && (
            <RegionSelect
              id="basisRegion"
              label="县（市、区）"
              regions={counties.data?.regions}
              value={county}
              error={errorFor('basisRegion')}
              onChange={(value) => {
                setCounty(value)
                touch('toAgency', 'basisRegion')
              }}
            />
          )}
          <div id="toAgency" tabIndex={-1}>
            <Target agency={agency} isOwn={agency?.code === agencyCode} isChosen={chosen !== undefined} />
          </div>
          <TextareaField
            id="reason"
            label="移送原因"
            hint="接收机构会看到，例如：申请人户籍在衢江区，误选了柯城区。"
            maxLength={300}
            value={reason}
            error={errorFor('reason')}
            onChange={(value) => {
              setReason(value)
              touch('reason')
            }}
          />
        </>
      )}
    </ActForm>
  )
}

interface RegionSelectProps {
  readonly id: string
  readonly label: string
  readonly regions: readonly Region[] | undefined
  readonly value: string
  readonly error?: string | undefined
  readonly onChange: (value: string) => void
}

function RegionSelect({ regions, ...field }: RegionSelectProps) {
  return (
    <SelectField
      {...field}
      placeholder={regions === undefined ? '正在读取' : '请选择'}
      isDisabled={regions === undefined}
      options={(regions ?? NONE).map(({ code, name }) => ({ value: code, label: name }))}
    />
  )
}

interface TargetProps {
  readonly agency: Region['agency']
  readonly isOwn: boolean
  readonly isChosen: boolean
}

function Target({ agency, isOwn, isChosen }: TargetProps) {
  if (!isChosen) return null
  if (agency === null) return <Notice tone="warn">这一地区没有认定这种教师资格的机构，请选择其他地区。</Notice>
  if (isOwn) return <Notice tone="warn">这一地区由本机构认定，不需要移送。</Notice>
  return (
    <Notice tone="info" isLive>
      接收机构：{agency.name}。接收后由该机构作出认定结论，申请人会收到通知，报名号不变。
    </Notice>
  )
}
