import { SCORE_TITLES } from '@xingtan/contract/appeal'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { listRatingsEndpoint } from '@xingtan/contract/office/appeal'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { QueryState } from '@xingtan/ui/components/query-state'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link } from 'react-router'
import { Page } from '../../components/page.tsx'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import './appeal.css'

type Ratings = OutputOf<typeof listRatingsEndpoint>

/** 服务评价 of one's own agency: figures of a year and the latest words, without names. */
export function RatingsPage() {
  const query = useEndpoint(listRatingsEndpoint, {})
  return (
    <Page title="服务评价" lead={<Link to="/appeals">返回复查申请</Link>}>
      <QueryState query={query}>
        {({ months, words }) =>
          months.length === 0 ? (
            <EmptyState title="最近十二个月还没有评价">
              <p>申请人在作出结论以后可以评价，评价不显示姓名。</p>
            </EmptyState>
          ) : (
            <>
              <Months months={months} />
              <Words words={words} />
            </>
          )
        }
      </QueryState>
    </Page>
  )
}

function Months({ months }: Pick<Ratings, 'months'>) {
  return (
    <ScrollRegion className="table-scroll" label="各月评价">
      <table className="case-table">
        <thead>
          <tr>
            <th scope="col">月份</th>
            {SCORE_TITLES.toReversed().map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            <th scope="col">合计</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, counts }) => (
            <tr key={month}>
              <th scope="row">{month}</th>
              {SCORE_TITLES.map((title, index) => (
                <td key={title}>{counts[SCORE_TITLES.length - 1 - index]}</td>
              ))}
              <td>{counts.reduce((sum, count) => sum + count, 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function Words({ words }: Pick<Ratings, 'words'>) {
  if (words.length === 0) return null
  return (
    <section className="rating-words" aria-labelledby="rating-words">
      <h2 id="rating-words">最近的意见和建议</h2>
      <ul>
        {words.map((one) => (
          <li key={`${one.ratedAt}${one.words}`}>
            <span className="quiet">
              {formatInstantShort(one.ratedAt)}，{SCORE_TITLES[one.score - 1]}
            </span>
            <p className="words">{one.words}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
