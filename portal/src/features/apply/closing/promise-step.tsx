import {
  discardDraftEndpoint,
  getDraftEndpoint,
  listApplicationsEndpoint,
  submitDraftEndpoint,
} from '@xingtan/contract/application'
import { getCentreEndpoint } from '@xingtan/contract/evidence'
import { Button } from '@xingtan/ui/components/button'
import { Dialog } from '@xingtan/ui/components/dialog'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { Notice } from '@xingtan/ui/components/notice'
import { Panel } from '@xingtan/ui/components/panel'
import { QueryState } from '@xingtan/ui/components/query-state'
import { RadioGroup } from '@xingtan/ui/components/radio-group'
import { ProblemError } from '@xingtan/ui/problem-error'
import { useCommand } from '@xingtan/ui/use-command'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { titleOfStep } from '../../../application-steps.ts'
import { paths } from '../../../paths.ts'
import { useDraftDesk, useDraftStep } from '../draft/draft-context.ts'
import { LegalText } from '../legal-text.tsx'
import { useTexts } from '../use-texts.ts'
import { RefusalView } from './refusal-view.tsx'

const TRIES = 2
const TRY_AGAIN_MS = 2500

/** Hands the draft in. A lost answer is asked for again under the same key, so the application is made once. */
function useSubmit() {
  const { saver, draft } = useDraftDesk()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [isSaving, setIsSaving] = useState(false)
  const command = useCommand(submitDraftEndpoint, {
    retry: (failures, error) => failures < TRIES && error.status === 0,
    retryDelay: TRY_AGAIN_MS,
  })
  const submit = async (): Promise<void> => {
    setIsSaving(true)
    const isSaved = await saver.flush()
    setIsSaving(false)
    if (!isSaved) return
    const { draftId, version } = saver.getState().draft
    try {
      const receipt = await command.mutateAsync({ input: { draftId, version } })
      await client.invalidateQueries({ queryKey: [listApplicationsEndpoint.name] })
      await client.invalidateQueries({ queryKey: [getCentreEndpoint.name] })
      // Once away: a page that still shows the draft would ask for it again, and it is no more.
      await navigate(paths.reminder(receipt.applicationId), { replace: true })
      client.removeQueries({ queryKey: [getDraftEndpoint.name, { draftId }] })
    } catch (error) {
      // Shown from the command; what is missing shows in the list of steps, too.
      if (!(error instanceof ProblemError)) throw error
      await saver.refresh()
    }
  }
  const busy = isSaving ? '正在保存' : command.isPending ? '正在提交，请不要关闭页面' : undefined
  return { submit, busy, error: command.error, triedAt: command.submittedAt, draftId: draft.draftId }
}

function GiveUpDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { draft } = useDraftDesk()
  const navigate = useNavigate()
  const command = useCommand(discardDraftEndpoint)
  const isAmending = draft.amendsRegistrationNumber !== null
  const giveUp = async (): Promise<void> => {
    try {
      await command.mutateAsync({ input: { draftId: draft.draftId } })
      void navigate(paths.business, { replace: true })
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
    }
  }
  return (
    <Dialog title={isAmending ? '放弃这次修改' : '放弃本次报名'} isOpen={isOpen} onClose={onClose}>
      <p>
        {isAmending
          ? '不同意个人承诺，视为放弃这次修改并返回业务平台。原来提交的申请不变，这次填写的内容会删除。'
          : '不同意个人承诺，视为放弃本次报名并返回业务平台。已填写的内容会删除，不能恢复；在网报时间内可以重新报名。'}
      </p>
      {command.error !== null && <ErrorState error={command.error} />}
      <div className="button-row">
        <Button kind="danger" busy={command.isPending ? '正在放弃' : undefined} onClick={() => void giveUp()}>
          {isAmending ? '放弃修改并返回业务平台' : '放弃报名并返回业务平台'}
        </Button>
        <Button onClick={onClose}>继续填写</Button>
      </div>
    </Dialog>
  )
}

/** Step 7 提交认定申请: the personal promise, agreed to or not, and the handing in (APP-6, APP-7). */
export function PromiseStepForm() {
  const { draft, onTry } = useDraftDesk()
  const { value, patch, errorOf } = useDraftStep('promise')
  const texts = useTexts()
  const { submit, busy, error, triedAt, draftId } = useSubmit()
  const [isGivingUp, setIsGivingUp] = useState(false)
  const press = (): void => {
    onTry('promise')
    if (value.agreed === false) setIsGivingUp(true)
    else if (value.agreed === null) document.getElementById('agreed')?.focus()
    else void submit()
  }
  return (
    <QueryState query={texts} skeletonLines={8}>
      {({ promise }) => (
        <form
          className="step-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if (busy === undefined) press()
          }}
        >
          {error !== null && busy === undefined && (
            <RefusalView key={triedAt} title="申请没有提交成功" error={error} draftId={draftId} />
          )}
          {draft.window !== null && !draft.window.open && (
            <Notice tone="warn" title="现在还不能提交">
              {draft.window.sentence}草稿会一直保留，开放后回到这里提交即可。
            </Notice>
          )}
          <Panel title="个人承诺">
            <LegalText paragraphs={promise.paragraphs} />
          </Panel>
          <RadioGroup
            id="agreed"
            label="请阅读个人承诺后选择"
            error={errorOf('agreed')}
            value={value.agreed === null ? '' : String(value.agreed)}
            options={[
              { value: 'true', label: promise.agreeLabel },
              { value: 'false', label: promise.disagreeLabel, hint: '视为放弃本次报名并返回业务平台。' },
            ]}
            onChange={(answer) => patch({ agreed: answer === 'true' })}
          />
          <div className="step-actions">
            <Button kind={value.agreed === false ? 'danger' : 'primary'} type="submit" busy={busy}>
              {value.agreed === false ? '提交：放弃本次报名' : '提交认定申请'}
            </Button>
            <Link to={paths.draftStep(draftId, 'notices')}>上一步：{titleOfStep('notices')}</Link>
          </div>
          <GiveUpDialog isOpen={isGivingUp} onClose={() => setIsGivingUp(false)} />
        </form>
      )}
    </QueryState>
  )
}
