import { ErrorState } from '@xingtan/ui/components/error-state'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { isRouteErrorResponse, useRouteError } from 'react-router'
import { NotFoundPage } from './not-found-page.tsx'

/** A page that broke, or whose file could not be fetched (a new version, a lost connection): reload helps in both. */
export function RouteError() {
  const error = useRouteError()
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />
  return (
    <>
      <PageTitle title="页面暂时无法显示" />
      <ErrorState error={error} onRetry={() => globalThis.location.reload()} />
    </>
  )
}
