import { useSearchParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { EntryForm } from './entry-form.tsx'
import './restriction.css'

/** 录入: a new entry, or the right one for a wrong one that is in force (`?corrects=`). */
export function EntryPage() {
  const [search] = useSearchParams()
  const corrects = search.get('corrects')
  const title = corrects === null ? '录入限制库' : '更正限制库记录'
  const lead =
    corrects === null
      ? '请对照行政决定书逐项录入。保存后立即暂缓此人的认定结论，由上一级机构复核后生效。'
      : '请按行政决定书重新完整录入。复核通过后，原记录作废、新记录生效，本机构当年的录入错误计一次。'
  return (
    <Page title={title} lead={lead}>
      <EntryForm corrects={corrects} />
    </Page>
  )
}
