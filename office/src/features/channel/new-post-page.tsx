import { listChannelTargetsEndpoint } from '@xingtan/contract/office/channel'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link, useSearchParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { PostForm } from './post-form.tsx'
import './channel.css'

/** 写通知或来函. */
export function NewPostPage() {
  const [search] = useSearchParams()
  const targets = useEndpoint(listChannelTargetsEndpoint, {})
  const answersId = search.get('answers')
  return (
    <Page title={answersId === null ? '写通知或来函' : '答复来函'} lead={<Link to="/channel">返回通知与手册</Link>}>
      <QueryState query={targets} skeletonLines={8}>
        {({ targets: all }) => <PostForm targets={all} answersId={answersId} />}
      </QueryState>
    </Page>
  )
}
