import { getPolicyEndpoint } from '@xingtan/contract/office/policy'
import { isPolicyKey } from '@xingtan/contract/policy'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useParams, useSearchParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { readPolicyWord } from './policy-address.ts'
import { RuleForm } from './rule-form.tsx'
import './policy.css'

/** A new rule for a place: days, value, grounds, preview, then to a second person. One begins with what holds now. */
export function ProposePage() {
  const { key: word = '' } = useParams()
  const key = readPolicyWord(word)
  const [search] = useSearchParams()
  const scope = search.get('place') ?? 'nation'
  const policy = useEndpoint(getPolicyEndpoint, { key, place: scope })
  const place = policy.data?.place.path.at(-1)?.title ?? ''
  return (
    <Page
      title={policy.data === undefined ? '提出新规则' : `提出新规则：${policy.data.title}`}
      lead={`适用范围：${place}。已经执行过的规则不会改动，新规则从生效日起接续。`}
    >
      <QueryState query={policy} skeletonLines={10}>
        {({ rules }) =>
          isPolicyKey(key) && (
            <RuleForm policyKey={key} scope={scope} start={rules.find(({ holdsHere }) => holdsHere)?.value} />
          )
        }
      </QueryState>
    </Page>
  )
}
