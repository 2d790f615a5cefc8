import {
  amendApplicationEndpoint,
  type ApplicationView,
  getApplicationEndpoint,
  listApplicationsEndpoint,
  withdrawApplicationEndpoint,
} from '@xingtan/contract/application'
import { Button } from '@xingtan/ui/components/button'
import { Dialog } from '@xingtan/ui/components/dialog'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { LinkButton } from '@xingtan/ui/components/link-button'
import { Panel } from '@xingtan/ui/components/panel'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../../paths.ts'
import { FormPreview } from './form-preview.tsx'

function Withdraw({ application }: { readonly application: ApplicationView }) {
  const client = useQueryClient()
  const announce = useToast()
  const [isOpen, setIsOpen] = useState(false)
  const command = useCommand(withdrawApplicationEndpoint, {
    onSuccess: async () => {
      setIsOpen(false)
      announce('申请已撤回。')
      await client.invalidateQueries({ queryKey: [getApplicationEndpoint.name] })
      await client.invalidateQueries({ queryKey: [listApplicationsEndpoint.name] })
    },
  })
  const { applicationId, registrationNumber } = application
  return (
    <>
      <Button kind="danger" onClick={() => setIsOpen(true)}>
        撤回申请
      </Button>
      <Dialog title="撤回这份申请" isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <p>撤回后，报名号 {registrationNumber} 的申请不再办理，不能恢复；您不用再到确认点办理确认。</p>
        <p>所用的合格证明等信息会释放。在网报时间内可以重新报名。</p>
        {command.error !== null && <ErrorState error={command.error} />}
        <div className="button-row">
          <Button
            kind="danger"
            busy={command.isPending ? '正在撤回' : undefined}
            onClick={() => command.mutate({ input: { applicationId } })}
          >
            撤回申请
          </Button>
          <Button onClick={() => setIsOpen(false)}>不撤回</Button>
        </div>
      </Dialog>
    </>
  )
}

function Amend({ applicationId }: { readonly applicationId: string }) {
  const navigate = useNavigate()
  const command = useCommand(amendApplicationEndpoint, {
    onSuccess: ({ draftId }) => void navigate(paths.draft(draftId)),
  })
  return (
    <>
      <Button
        busy={command.isPending ? '正在打开' : undefined}
        onClick={() => command.mutate({ input: { applicationId } })}
      >
        修改
      </Button>
      {command.error !== null && <ErrorState error={command.error} />}
    </>
  )
}

/** What the person may do now; what is not possible any more says whom to ask (APP-10). */
export function CaseActions({ application }: { readonly application: ApplicationView }) {
  const { actions, applicationId, withdrawn, status, agencyName } = application
  const isClosedToOwner = !withdrawn && !actions.includes('amend') && status !== 'recognised'
  return (
    <Panel title="操作">
      <div className="case-actions">
        {!withdrawn && (
          <LinkButton to={paths.reminder(applicationId)} kind="secondary">
            注意事项
          </LinkButton>
        )}
        {actions.includes('amend') && <Amend applicationId={applicationId} />}
        {actions.includes('preview-form') && <FormPreview applicationId={applicationId} />}
        {actions.includes('withdraw') && <Withdraw application={application} />}
        {isClosedToOwner && (
          <p className="hint">
            只有认定状态为“网报待确认”时可以修改和撤回。确需修改的，请联系{agencyName}退回后再修改。
          </p>
        )}
        {withdrawn && <p className="hint">这份申请已经撤回，不能再办理。</p>}
      </div>
    </Panel>
  )
}
