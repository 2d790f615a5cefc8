import './consultation.css'
import { ConsultationKey, openConsultationEndpoint } from '@xingtan/contract/consultation'
import { Button } from '@xingtan/ui/components/button'
import { ErrorSummary } from '@xingtan/ui/components/error-summary'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { TextField } from '@xingtan/ui/components/text-field'
import { useCommand } from '@xingtan/ui/use-command'
import { useFormErrors } from '@xingtan/ui/use-form-errors'
import { type FormEvent, useEffect, useState } from 'react'
import { useLocation } from 'react-router'
import { ConsultationStatus } from './consultation-status.tsx'

/** Number and code that another page of the site handed over, in the history entry and not in the address. */
function useHandedOver(): ConsultationKey | undefined {
  const { state } = useLocation()
  return ConsultationKey.safeParse(state).data
}

/** 查询办理情况 with number and query code (PUB-6). */
export function ConsultationQueryPage() {
  const handed = useHandedOver()
  const [values, setValues] = useState({ number: handed?.number ?? '', queryCode: handed?.queryCode ?? '' })
  const errors = useFormErrors()
  const command = useCommand(openConsultationEndpoint, { onSuccess: errors.clear, onError: errors.refuse })
  const { mutate } = command
  const [asked] = useState(handed)
  useEffect(() => {
    if (asked !== undefined) mutate({ input: asked })
  }, [asked, mutate])
  const set = (change: Partial<typeof values>): void => {
    errors.touch(...Object.keys(change))
    setValues((before) => ({ ...before, ...change }))
  }
  const ask = (): void => {
    const input = { number: values.number.replaceAll(/\s/g, ''), queryCode: values.queryCode.replaceAll(/\s/g, '') }
    if (!command.isPending && errors.check(ConsultationKey, input)) mutate({ input })
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    ask()
  }
  const view = command.data
  return (
    <div className="text-column stack">
      <PageTitle title="查询办理情况" lead="凭受理编号和查询码查看咨询、投诉、举报的办理进度和答复。" />
      {view !== undefined && <ConsultationStatus key={view.steps.length} view={view} onChanged={ask} />}
      <form className="consultation-form" noValidate onSubmit={submit} aria-label="查询条件">
        <ErrorSummary key={errors.form.attempt} {...errors.form} />
        <TextField
          id="number"
          label="受理编号"
          hint="字母 Z 和 12 位数字。"
          isShort
          value={values.number}
          onChange={(number) => set({ number })}
          error={errors.errorFor('number')}
        />
        <TextField
          id="queryCode"
          label="查询码"
          hint="10 位字母和数字，不区分大小写。"
          isShort
          value={values.queryCode}
          onChange={(queryCode) => set({ queryCode })}
          error={errors.errorFor('queryCode')}
        />
        <div className="button-row">
          <Button
            kind={view === undefined ? 'primary' : 'secondary'}
            type="submit"
            busy={command.isPending ? '正在查询' : undefined}
          >
            查询办理情况
          </Button>
        </div>
      </form>
    </div>
  )
}
