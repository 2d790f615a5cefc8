import './business.css'
import { getTextsEndpoint } from '@xingtan/contract/place'
import { LinkButton } from '@xingtan/ui/components/link-button'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { paths } from '../../paths.ts'

const TITLE = '教师资格认定申请人必读'

/** 须知: read before applying; a public text, so nobody has to sign in for it (APP-1). */
export function MustReadPage() {
  const query = useEndpoint(getTextsEndpoint, {})
  return (
    <>
      <PageTitle
        title={query.data?.mustRead.title ?? TITLE}
        aside={
          <LinkButton to={paths.business} kind="quiet">
            返回业务平台
          </LinkButton>
        }
        lead="请仔细阅读，把所需材料准备齐全后再报名。"
      />
      <QueryState query={query} skeletonLines={10}>
        {({ mustRead }) => (
          <>
            <div className="legal-text">
              {mustRead.paragraphs.map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            </div>
            <div className="button-row business-actions">
              <LinkButton to={paths.apply}>已阅读，去报名</LinkButton>
              <LinkButton to={paths.business} kind="secondary">
                返回业务平台
              </LinkButton>
            </div>
          </>
        )}
      </QueryState>
    </>
  )
}
