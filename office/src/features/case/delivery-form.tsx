import { DELIVERY_TITLES, Delivery, type DecisionLetter } from '@xingtan/contract/letter'
import { recordDeliveryEndpoint } from '@xingtan/contract/office/letter'
import { DateField } from '@xingtan/ui/components/date-field'
import { RadioGroup } from '@xingtan/ui/components/radio-group'
import { useState } from 'react'
import { ActForm } from '../../components/act-form.tsx'
import { useOfficer } from '../../session/officer-context.ts'

interface DeliveryProps {
  readonly applicationId: string
  readonly letter: DecisionLetter
  readonly onClose: () => void
}

/** 送达日期: written once, since the days of 复议 and 诉讼 run from it. */
export function DeliveryForm({ applicationId, letter, onClose }: DeliveryProps) {
  const { today } = useOfficer()
  const [deliveredOn, setDeliveredOn] = useState('')
  const [delivery, setDelivery] = useState<Delivery>()
  return (
    <ActForm
      endpoint={recordDeliveryEndpoint}
      title={`登记送达：${letter.number}`}
      lead={<p>申请行政复议和提起行政诉讼的期限从送达之日起计算，登记后不能修改，请核对送达回证。</p>}
      input={{ applicationId, deliveredOn, delivery }}
      submitText="登记送达"
      done="送达日期已登记。"
      onClose={onClose}
    >
      {({ errorFor, touch }) => (
        <>
          <DateField
            id="deliveredOn"
            label="送达日期"
            min={letter.issuedOn}
            max={today}
            value={deliveredOn}
            error={errorFor('deliveredOn')}
            onChange={(value) => {
              setDeliveredOn(value)
              touch('deliveredOn')
            }}
          />
          <RadioGroup
            id="delivery"
            label="送达方式"
            isInline
            value={delivery ?? ''}
            error={errorFor('delivery')}
            onChange={(value) => {
              setDelivery(Delivery.parse(value))
              touch('delivery')
            }}
            options={Delivery.options.map((value) => ({ value, label: DELIVERY_TITLES[value] }))}
          />
        </>
      )}
    </ActForm>
  )
}
