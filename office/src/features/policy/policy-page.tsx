import { type PolicyRule, getPolicyEndpoint } from '@xingtan/contract/office/policy'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { QueryState } from '@xingtan/ui/components/query-state'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { EndRuleDialog } from './end-rule-dialog.tsx'
import { PlaceBar } from './place-bar.tsx'
import { policyPath, readPolicyWord } from './policy-address.ts'
import { ProposalTable } from './proposal-table.tsx'
import './policy.css'

const STATES = {
  'in-force': { tone: 'ok', title: '正在执行' },
  coming: { tone: 'wait', title: '尚未开始' },
  over: { tone: 'neutral', title: '已结束' },
} as const

/** One policy in a place: the rules of every level, past and to come, and the proposals about it. */
export function PolicyPage() {
  const { key: word = '' } = useParams()
  const key = readPolicyWord(word)
  const [search] = useSearchParams()
  const place = search.get('place')
  const [ending, setEnding] = useState<PolicyRule>()
  const policy = useEndpoint(getPolicyEndpoint, place === null ? { key } : { key, place })
  const scope = policy.data?.place.path.at(-1)?.scope ?? 'nation'
  const canPropose = policy.data?.place.canPropose === true
  return (
    <Page
      title={policy.data?.title ?? '政策'}
      lead={
        policy.data?.isPinned === false
          ? '从生效日起，办到相应环节的申请都适用新规则。'
          : '申请提交后保留提交当时的规则；以后的变更不影响已提交的申请。'
      }
      aside={
        <span className="section-actions">
          <Link to={`/policies?place=${scope}`}>返回目录</Link>
          {canPropose && (
            <Link className="shortcut" to={`/policies/${word}/propose?place=${scope}`}>
              提出新规则
            </Link>
          )}
        </span>
      }
    >
      <QueryState query={policy} skeletonLines={10}>
        {({ place: found, rules, proposals }) => (
          <>
            <PlaceBar place={found} toPlace={(next) => policyPath(key, next)} />
            <section className="rule-list" aria-label="规则">
              {rules.map((rule) => (
                <Rule
                  key={`${rule.scope}@${rule.effectiveFrom}`}
                  rule={rule}
                  onEnd={canPropose && rule.scope === scope && scope !== 'nation' ? () => setEnding(rule) : undefined}
                />
              ))}
            </section>
            <div className="section-head">
              <h2>变更提议</h2>
            </div>
            {proposals.length === 0 ? (
              <EmptyState title="还没有变更提议">
                <p>有新的规定时，由一位计划管理人员提出，另一位批准后生效。</p>
              </EmptyState>
            ) : (
              <ProposalTable rows={proposals} />
            )}
            {ending !== undefined && (
              <EndRuleDialog policyKey={key} rule={ending} onClose={() => setEnding(undefined)} />
            )}
          </>
        )}
      </QueryState>
    </Page>
  )
}

function Rule({ rule, onEnd }: { readonly rule: PolicyRule; readonly onEnd: (() => void) | undefined }) {
  const { tone, title } = STATES[rule.state]
  return (
    <details className="rule" open={rule.holdsHere}>
      <summary>
        <strong>{rule.scopeTitle}</strong>
        <span>
          {rule.effectiveFrom} 起{rule.effectiveTo === null ? '' : `，到 ${rule.effectiveTo}（不含）为止`}
        </span>
        <StatusTag tone={tone}>{title}</StatusTag>
        {rule.holdsHere && <StatusTag tone="info">这里执行这一条</StatusTag>}
      </summary>
      <dl className="rule-facts">
        {rule.facts.map(({ term, value }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">依据：{rule.source}</p>
      {onEnd !== undefined && rule.effectiveTo === null && <Button onClick={onEnd}>提出终止</Button>}
    </details>
  )
}
