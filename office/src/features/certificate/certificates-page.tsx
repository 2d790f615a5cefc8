import { useInfiniteQuery } from '@tanstack/react-query'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { listCertificatesEndpoint } from '@xingtan/contract/office/case'
import { call } from '@xingtan/ui/call'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { MoreButton } from '@xingtan/ui/components/more-button'
import { Skeleton } from '@xingtan/ui/components/skeleton'
import type { ProblemError } from '@xingtan/ui/problem-error'
import { Link, useSearchParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { useOfficer } from '../../session/officer-context.ts'
import { CertificateTable } from './certificate-table.tsx'
import { YearFilter } from './year-filter.tsx'
import './certificate.css'

type CertificatePageOutput = OutputOf<typeof listCertificatesEndpoint>

function useCertificates(year: number | undefined) {
  return useInfiniteQuery<
    CertificatePageOutput,
    ProblemError,
    CertificatePageOutput['rows'],
    readonly unknown[],
    string | undefined
  >({
    queryKey: [listCertificatesEndpoint.name, year],
    queryFn: ({ pageParam, signal }) => {
      const filter = year === undefined ? {} : { year }
      return call(listCertificatesEndpoint, { ...filter, ...(pageParam && { after: pageParam }) }, { signal })
    },
    initialPageParam: undefined,
    getNextPageParam: (last) => last.after ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.rows),
  })
}

/** Certificates the agency has issued, newest first, by the year in the number. */
export function CertificatesPage() {
  const { today } = useOfficer()
  const [search] = useSearchParams()
  const asked = search.get('year') ?? ''
  const year = /^(?:19|20|21)\d{2}$/.test(asked) ? Number(asked) : undefined
  const certificates = useCertificates(year)
  const rows = certificates.data ?? []
  return (
    <Page title="证书档案" lead="本机构认定通过后编定的教师资格证书号码。">
      <YearFilter year={year} thisYear={Number(today.slice(0, 4))} />
      {certificates.isPending && <Skeleton lines={8} label="正在读取证书档案" />}
      {certificates.isError && <ErrorState error={certificates.error} onRetry={() => void certificates.refetch()} />}
      {certificates.data !== undefined && rows.length === 0 && (
        <EmptyState title={year === undefined ? '还没有证书' : `${year}年没有证书`}>
          <p>
            认定通过后，证书号码会出现在这里。您可以<Link to="/cases?stage=awaiting-approval">查看待审批的件</Link>。
          </p>
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <CertificateTable rows={rows} />
          <MoreButton
            shownCount={rows.length}
            hasMore={certificates.hasNextPage}
            isLoading={certificates.isFetchingNextPage}
            onMore={() => void certificates.fetchNextPage()}
          />
        </>
      )}
    </Page>
  )
}
