import { listPoliciesEndpoint } from '@xingtan/contract/office/policy'
import { QueryState } from '@xingtan/ui/components/query-state'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link, useSearchParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { PlaceBar } from './place-bar.tsx'
import { policyPath } from './policy-address.ts'
import './policy.css'

/** Every policy with the rule that holds today in a place, and the level it comes from (ADM-3). */
export function PoliciesPage() {
  const [search] = useSearchParams()
  const place = search.get('place')
  const policies = useEndpoint(listPoliciesEndpoint, place === null ? {} : { place })
  return (
    <Page
      title="政策目录"
      lead="各地各时期不同的规定都在这里。下级有自己的规则时以下级为准，没有时沿用上级。"
      aside={<Link to="/proposals">变更提议</Link>}
    >
      <QueryState query={policies} skeletonLines={10}>
        {({ place: found, rows }) => (
          <>
            <PlaceBar place={found} toPlace={(scope) => `/policies?place=${scope}`} />
            <ScrollRegion className="table-scroll" label="政策目录">
              <table className="case-table">
                <caption className="visually-hidden">今天执行的规则</caption>
                <thead>
                  <tr>
                    <th scope="col">政策</th>
                    <th scope="col">执行哪一级的规则</th>
                    <th scope="col">生效日期</th>
                    <th scope="col">依据</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.key}>
                      <td>
                        <Link to={policyPath(row.key, found.path.at(-1)?.scope ?? 'nation')}>{row.title}</Link>
                        {row.hasOpenProposal && <StatusTag tone="wait">有提议待批准</StatusTag>}
                      </td>
                      <td>
                        {row.scopeTitle}
                        {row.levels > 1 && <span className="quiet">（优先于上级的规则）</span>}
                      </td>
                      <td className="nowrap">{row.effectiveFrom}</td>
                      <td>{row.isUnproven ? <StatusTag tone="warn">依据待核</StatusTag> : row.source}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollRegion>
          </>
        )}
      </QueryState>
    </Page>
  )
}
