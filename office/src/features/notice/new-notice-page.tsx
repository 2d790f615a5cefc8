import { createNoticeEndpoint, getNoticeScopeEndpoint } from '@xingtan/contract/office/notice'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useCommand } from '@xingtan/ui/use-command'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useToast } from '@xingtan/ui/use-toast'
import { useNavigate } from 'react-router'
import { Page } from '../../components/page.tsx'
import { emptyDraft } from './notice-draft.ts'
import { NoticeForm } from './notice-form.tsx'
import './notice.css'

/** 写公告: a draft; nothing of it is public before it is submitted and approved. */
export function NewNoticePage() {
  const navigate = useNavigate()
  const announce = useToast()
  const scope = useEndpoint(getNoticeScopeEndpoint, {})
  const create = useCommand(createNoticeEndpoint, {
    onSuccess: ({ noticeId }) => {
      announce('草稿已保存，尚未公布。')
      void navigate(`/notices/${noticeId}`)
    },
  })
  return (
    <Page title="写公告" lead="先保存草稿，可以添加附件和预览，核对后再提交。">
      <QueryState query={scope} skeletonLines={10}>
        {(own) => (
          <NoticeForm
            scope={own}
            start={emptyDraft(own.regions[0]?.code ?? '')}
            isSaving={create.isPending}
            onSave={(input, onError) => create.mutate({ input }, { onError })}
            onLeave={() => void navigate('/notices')}
          />
        )}
      </QueryState>
    </Page>
  )
}
