import { getHomeEndpoint } from '@xingtan/contract/place'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link } from 'react-router'
import { paths } from '../../paths.ts'
import { QuestionList } from '../../question-list.tsx'

/** 常见问题: every published question with its answer. */
export function QuestionRoute() {
  const home = useEndpoint(getHomeEndpoint, {})
  return (
    <div className="text-column">
      <PageTitle
        title="常见问题"
        lead={
          <>
            没有找到答案时，请到<Link to={paths.help}>咨询服务</Link>查看联系方式。
          </>
        }
      />
      <QueryState query={home}>
        {({ questions }) =>
          questions.length === 0 ? (
            <EmptyState title="目前没有常见问题">
              <p className="secondary">请直接通过咨询服务联系工作人员。</p>
            </EmptyState>
          ) : (
            <QuestionList questions={questions} />
          )
        }
      </QueryState>
    </div>
  )
}
