import { AREA_BASIS_TITLES, AreaBasis } from '@xingtan/contract/qualification'
import { FieldError } from '@xingtan/ui/components/field'
import { Panel } from '@xingtan/ui/components/panel'
import { RadioGroup } from '@xingtan/ui/components/radio-group'
import { TextField } from '@xingtan/ui/components/text-field'
import { useState } from 'react'
import { isComplete, PlaceChooser } from '../../../place/place-chooser.tsx'
import type { RememberedPlace } from '../../../place/remembered-place.ts'
import { usePlaceOf } from '../../../place/use-place-of.ts'
import { useDraftDesk, useDraftStep } from '../draft/draft-context.ts'

const BASIS_HINTS: Readonly<Record<AreaBasis, string>> = {
  hukou: '户口簿上登记的地区。',
  'residence-permit': '持有当地公安机关签发的有效期内居住证。',
  student: '全日制应届毕业生、在读研究生和在读专升本学生就读学校所在地。',
  military: '现役军人和武警部队驻地。',
}

/** 地址信息: why here, where, and the address in detail. */
export function PlacePanel() {
  const { draft } = useDraftDesk()
  const { value, patch, errorOf } = useDraftStep('agency')
  const kept = usePlaceOf(value.regionCode)
  const [choosing, setChoosing] = useState<RememberedPlace | 'none'>()
  const shown = choosing === 'none' ? undefined : (choosing ?? kept)
  const isStudent = draft.steps.identity.isStudent === true
  const choose = (place: RememberedPlace | undefined): void => {
    setChoosing(place ?? 'none')
    const county = place !== undefined && isComplete(place) ? place.at(-1) : undefined
    const regionCode = county?.code ?? null
    if (regionCode !== value.regionCode) patch({ regionCode, agencyCode: null, pointId: null })
  }
  return (
    <Panel title="地址信息">
      <div className="panel-stack">
        <RadioGroup
          id="areaBasis"
          label="在当地申请的依据"
          error={errorOf('areaBasis')}
          value={value.areaBasis ?? ''}
          options={AreaBasis.options.map((basis) => ({
            value: basis,
            label: AREA_BASIS_TITLES[basis],
            hint:
              basis === 'student' && !isStudent
                ? `${BASIS_HINTS[basis]}您在第二步没有选择在校生，不能选择这一项。`
                : BASIS_HINTS[basis],
            isDisabled: basis === 'student' && !isStudent && value.areaBasis !== 'student',
          }))}
          onChange={(chosen) => {
            const areaBasis = AreaBasis.safeParse(chosen)
            if (areaBasis.success) patch({ areaBasis: areaBasis.data })
          }}
        />
        <fieldset className="field field-wide" id="regionCode" tabIndex={-1}>
          <legend className="field-label">认定所在地</legend>
          <PlaceChooser id="region" value={shown} onChange={choose} />
          <FieldError id="regionCode" error={errorOf('regionCode')} />
        </fieldset>
        <TextField
          id="address"
          label="认定所在地详细地址"
          hint="写到门牌号，例如 荷花街道某某路 1 号某某小区 2 幢 301 室。"
          autoComplete="street-address"
          maxLength={120}
          error={errorOf('address')}
          value={value.address ?? ''}
          onChange={(address) => patch({ address: address === '' ? null : address })}
        />
      </div>
    </Panel>
  )
}
