import './service-request.css'
import { objectToRecoveryEndpoint } from '@xingtan/contract/service'
import { Button } from '@xingtan/ui/components/button'
import { ErrorSummary } from '@xingtan/ui/components/error-summary'
import { Notice } from '@xingtan/ui/components/notice'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { TextField } from '@xingtan/ui/components/text-field'
import { useCommand } from '@xingtan/ui/use-command'
import { useFormErrors } from '@xingtan/ui/use-form-errors'
import { useState } from 'react'

/** 账号异议: whoever holds the old phone stops a change of phone with the code that was sent there (S-018). */
export function ObjectionPage() {
  const errors = useFormErrors({ 'service.objection-unknown': 'number' })
  const [number, setNumber] = useState('')
  const [code, setCode] = useState('')
  const command = useCommand(objectToRecoveryEndpoint, { onError: (error) => errors.refuse(error) })
  const submit = () => {
    const more = code.trim() === '' ? [{ fieldId: 'code', sentence: '请填写短信中的异议码。' }] : []
    if (errors.check(objectToRecoveryEndpoint.input, { number, code }, more)) {
      command.mutate({ input: { number, code } })
    }
  }
  return (
    <div className="service-requests">
      <PageTitle
        title="账号异议"
        lead="收到更换手机号码的短信、但不是本人办理的，请在 72 小时内填写短信中的受理编号和异议码，停止更换。"
      />
      {command.isSuccess ? (
        <Notice tone="ok" title="已停止更换手机号码" isLive>
          您的手机号码没有改变。请尽快登录修改密码，并联系认定机构说明情况。
        </Notice>
      ) : (
        <form
          noValidate
          className="service-request-form"
          onSubmit={(event) => {
            event.preventDefault()
            submit()
          }}
        >
          <ErrorSummary {...errors.form} />
          <TextField
            id="number"
            label="受理编号"
            hint="例如 S2026091412345678"
            value={number}
            maxLength={20}
            error={errors.errorFor('number')}
            onChange={(value) => {
              errors.touch('number')
              setNumber(value)
            }}
          />
          <TextField
            id="code"
            label="异议码"
            hint="12 位字母和数字，横线可以不填。"
            value={code}
            maxLength={30}
            error={errors.errorFor('code')}
            onChange={(value) => {
              errors.touch('code')
              setCode(value)
            }}
          />
          <div className="button-row">
            <Button type="submit" kind="danger" busy={command.isPending ? '正在停止' : undefined}>
              停止更换手机号码
            </Button>
          </div>
        </form>
      )}
    </div>
  )
}
