import './notice.css'
import { BUSINESS_TITLES, Business, listNoticesEndpoint } from '@xingtan/contract/notice'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { LinkButton } from '@xingtan/ui/components/link-button'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { QueryState } from '@xingtan/ui/components/query-state'
import { SelectField } from '@xingtan/ui/components/select-field'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { keepPreviousData } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { paths } from '../../paths.ts'
import { findRememberedPlace } from '../../place/remembered-place.ts'
import { SearchBox } from '../../search-box.tsx'
import { NoticeList } from './notice-list.tsx'

const CHOICES = Business.options.filter((one) => one !== 'all')

/** 公告: what is out now, for my place or for all, by business and words; the filters stand in the address (PUB-1, PUB-5). */
export function NoticesPage() {
  const [search, setSearch] = useSearchParams()
  const [place] = useState(findRememberedPlace)
  const mine = place?.at(-1)
  const isWide = search.get('place') === 'all' || mine === undefined
  const business = Business.safeParse(search.get('business')).data
  const text = search.get('text') ?? ''
  const after = search.get('after')
  const query = useEndpoint(
    listNoticesEndpoint,
    {
      ...(isWide ? {} : { regionCode: mine.code }),
      ...(business === undefined ? {} : { business }),
      ...(text === '' ? {} : { text: text.slice(0, 40) }),
      ...(after === null ? {} : { after }),
    },
    { placeholderData: keepPreviousData },
  )
  const change = (name: string, value: string): void => {
    const next = new URLSearchParams(search)
    next.delete('after')
    if (value === '') next.delete(name)
    else next.set(name, value)
    setSearch(next)
  }
  const olderThan = (mark: string): string => {
    const next = new URLSearchParams(search)
    next.set('after', mark)
    return `?${next.toString()}`
  }
  return (
    <div className="text-column">
      <PageTitle title="公告" lead="教育行政部门发布的教师资格认定、定期注册和证书的公告与通知。" />
      <div className="notice-filters no-print">
        {mine !== undefined && (
          <SelectField
            id="place"
            label="地区"
            value={isWide ? 'all' : 'mine'}
            placeholder={`${mine.name}及上级`}
            onChange={(value) => change('place', value === 'all' ? 'all' : '')}
            options={[{ value: 'all', label: '全部地区' }]}
          />
        )}
        <SelectField
          id="business"
          label="业务"
          value={business ?? ''}
          placeholder="全部业务"
          onChange={(value) => change('business', value)}
          options={CHOICES.map((value) => ({ value, label: BUSINESS_TITLES[value] }))}
        />
        <SearchBox key={text} label="搜索公告" maxLength={40} text={text} onSearch={(value) => change('text', value)} />
      </div>
      <QueryState query={query} skeletonLines={8}>
        {({ notices, after: next }) =>
          notices.length === 0 ? (
            <EmptyState title="没有符合条件的公告">
              <div className="button-row">
                <LinkButton to={`${paths.notices}?place=all`}>查看全部公告</LinkButton>
              </div>
            </EmptyState>
          ) : (
            <>
              <NoticeList notices={notices} />
              <nav className="notice-pages no-print" aria-label="翻页">
                {after !== null && <Link to={paths.notices}>回到最新</Link>}
                {next !== null && <Link to={olderThan(next)}>更早的公告</Link>}
              </nav>
            </>
          )
        }
      </QueryState>
    </div>
  )
}
