import { HANDOVER_CAUSE_TITLES, type HandoverView, getHandoverEndpoint } from '@xingtan/contract/office/handover'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { QueryState } from '@xingtan/ui/components/query-state'
import { formatDay, formatInstant } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link, useParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { HandoverActs } from './handover-acts.tsx'
import { HandoverTag } from './handover-columns.tsx'
import './handover.css'

const SIDES = { giver: '移交人', receiver: '接收人' } as const

/** One 交接清单 with what is handed over, the two signatures, and what one may do; prints as a record (ACC-8). */
export function HandoverPage() {
  const { handoverId = '' } = useParams()
  const handover = useEndpoint(getHandoverEndpoint, { handoverId })
  return (
    <Page title="交接清单" lead={<Link to="/handovers">返回交接清单</Link>}>
      <QueryState query={handover} skeletonLines={10}>
        {(view) => <Record view={view} />}
      </QueryState>
    </Page>
  )
}

function Record({ view }: { readonly view: HandoverView }) {
  return (
    <div className="handover-page">
      <section className="panel-flat" aria-labelledby="handover-head">
        <div className="section-head">
          <h2 id="handover-head">
            {view.giverName}移交给{view.receiverName}
          </h2>
          <HandoverTag {...view} />
        </div>
        <DefinitionList
          facts={[
            { term: '机构', value: view.agencyName },
            { term: '交接原因', value: HANDOVER_CAUSE_TITLES[view.cause] },
            { term: '办结期限', value: formatDay(view.dueOn) },
            { term: '发起', value: `${view.openedByName}，${formatInstant(view.openedAt)}` },
            ...(view.closedAt === null ? [] : [{ term: '办结', value: formatInstant(view.closedAt) }]),
            ...(view.cancelledBecause === null ? [] : [{ term: '撤销原因', value: view.cancelledBecause }]),
          ]}
        />
        <HandoverActs view={view} />
      </section>
      <section className="panel-flat" aria-labelledby="handover-items">
        <h2 id="handover-items">移交事项</h2>
        <dl className="handover-items">
          {view.items.map(({ title, lines }) => (
            <div key={title}>
              <dt>{title}</dt>
              {lines.map((line) => (
                <dd key={line}>{line}</dd>
              ))}
            </div>
          ))}
          <div>
            <dt>交接说明</dt>
            <dd className="handover-remarks">{view.remarks === '' ? '无。' : view.remarks}</dd>
          </div>
        </dl>
      </section>
      <Signatures view={view} />
    </div>
  )
}

function Signatures({ view }: { readonly view: HandoverView }) {
  return (
    <section className="panel-flat" aria-labelledby="handover-signatures">
      <h2 id="handover-signatures">签字</h2>
      <dl className="handover-items">
        {(['giver', 'receiver'] as const).map((side) => {
          const signature = view.signatures.find((one) => one.side === side)
          return (
            <div key={side}>
              <dt>{SIDES[side]}</dt>
              {signature === undefined ? (
                <dd className="quiet">
                  {side === 'giver' ? view.giverName : view.receiverName}
                  {view.state === 'open' ? '尚未签字。' : '未签字。'}
                </dd>
              ) : (
                <dd>
                  {signature.name}，{formatInstant(signature.signedAt)}，密钥 {signature.keySerial}
                  {signature.inPlaceBecause !== null && `（代${view.giverName}移交：${signature.inPlaceBecause}）`}
                </dd>
              )}
            </div>
          )
        })}
      </dl>
      <p className="quiet handover-hash">全文摘要（SM3）：{view.textHash}</p>
    </section>
  )
}
