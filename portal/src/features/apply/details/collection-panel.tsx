import { Collection, COLLECTION_TITLES } from '@xingtan/contract/application'
import { Panel } from '@xingtan/ui/components/panel'
import { RadioGroup } from '@xingtan/ui/components/radio-group'
import { TextField } from '@xingtan/ui/components/text-field'
import { useDraftStep } from '../draft/draft-context.ts'

/** 证书领取方式; an address is asked only of those who want it mailed. */
export function CollectionPanel() {
  const { value, patch, errorOf } = useDraftStep('details')
  return (
    <Panel title="证书领取方式">
      <div className="panel-stack">
        <RadioGroup
          id="collection"
          label="领取方式"
          hint="领取的时间和地点以认定机构公告为准。"
          isInline
          error={errorOf('collection')}
          value={value.collection ?? ''}
          options={Collection.options.map((way) => ({ value: way, label: COLLECTION_TITLES[way] }))}
          onChange={(way) => {
            const collection = Collection.safeParse(way)
            if (collection.success) patch({ collection: collection.data })
          }}
        />
        {value.collection === 'mail' && (
          <TextField
            id="mailingAddress"
            label="邮寄地址"
            hint="写明省、市、区县、街道和门牌号。收件人为您本人，联系电话为注册手机号。"
            autoComplete="street-address"
            maxLength={120}
            error={errorOf('mailingAddress')}
            value={value.mailingAddress ?? ''}
            onChange={(address) => patch({ mailingAddress: address === '' ? null : address })}
          />
        )}
      </div>
    </Panel>
  )
}
