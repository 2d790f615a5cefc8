import { useQueryClient } from '@tanstack/react-query'
import {
  type OwnNotice,
  getNoticeScopeEndpoint,
  getOwnNoticeEndpoint,
  saveNoticeEndpoint,
} from '@xingtan/contract/office/notice'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useCommand } from '@xingtan/ui/use-command'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useToast } from '@xingtan/ui/use-toast'
import { useNavigate, useParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { draftOf } from './notice-draft.ts'
import { NoticeForm } from './notice-form.tsx'
import './notice.css'

/** 修改公告: the draft, or the next version of what is out, which stays as it is until the new one is approved. */
export function EditNoticePage() {
  const { noticeId = '' } = useParams()
  const notice = useEndpoint(getOwnNoticeEndpoint, { noticeId }, { staleTime: Infinity, gcTime: 0 })
  return (
    <Page title="修改公告" lead="保存后须重新提交；已经公布的版本在新版本通过之前保持不变。">
      <QueryState query={notice} skeletonLines={10}>
        {(own) => <Editor notice={own} />}
      </QueryState>
    </Page>
  )
}

function Editor({ notice }: { readonly notice: OwnNotice }) {
  const { noticeId, revision } = notice
  const navigate = useNavigate()
  const announce = useToast()
  const queryClient = useQueryClient()
  const scope = useEndpoint(getNoticeScopeEndpoint, {})
  const save = useCommand(saveNoticeEndpoint, {
    onSuccess: () => {
      announce('草稿已保存，尚未公布。')
      void queryClient.invalidateQueries({ queryKey: [getOwnNoticeEndpoint.name] })
      void navigate(`/notices/${noticeId}`)
    },
  })
  return (
    <QueryState query={scope} skeletonLines={10}>
      {(own) => (
        <NoticeForm
          scope={own}
          start={draftOf(notice.content)}
          notice={notice}
          isSaving={save.isPending}
          onSave={(content, onError) => save.mutate({ input: { ...content, noticeId, revision } }, { onError })}
          onLeave={() => void navigate(`/notices/${noticeId}`)}
        />
      )}
    </QueryState>
  )
}
