import type { AgencyOffer } from '@xingtan/contract/place'
import { Notice } from '@xingtan/ui/components/notice'
import { formatInstant } from '@xingtan/ui/date-format'

/** The agency for place and type, and whether it takes applications now, in the sentence of the handbook (APP-4). */
export function AgencyOfferNotice({ offer }: { readonly offer: AgencyOffer }) {
  const { network } = offer
  const opens = !network.open && network.opensAt !== null ? network.opensAt : undefined
  return (
    <Notice tone={network.open ? 'ok' : 'warn'} title={offer.agencyName}>
      <p>{network.sentence}</p>
      {opens !== undefined && !network.sentence.includes(formatInstant(opens)) && (
        <p>网报时间从 {formatInstant(opens)} 开始。</p>
      )}
      {!network.open && <p className="secondary">现在可以先填写草稿，开放后再提交。</p>}
    </Notice>
  )
}

/** No agency answers for this place and type. */
export function NoAgencyNotice() {
  return (
    <Notice tone="warn" title="没有查询到认定机构">
      该地的认定机构暂未开始业务安排或不参与认定工作，请联系认定机构咨询详细情况。
    </Notice>
  )
}
