import './account.css'
import { type SignInResult, signInEndpoint, signInWithCodeEndpoint } from '@xingtan/contract/account'
import { Button } from '@xingtan/ui/components/button'
import { ErrorSummary } from '@xingtan/ui/components/error-summary'
import { TextField } from '@xingtan/ui/components/text-field'
import { formatTime } from '@xingtan/ui/date-format'
import { useCommand } from '@xingtan/ui/use-command'
import { useFormErrors } from '@xingtan/ui/use-form-errors'
import { type FormEvent, useState } from 'react'
import { cleanCode } from '../../phone-code/clean-digits.ts'
import { ResendButton } from '../../phone-code/resend-button.tsx'

type Ticket = Extract<SignInResult, { kind: 'code-required' }>

export interface SignInCodeFormProps {
  readonly ticket: Ticket
  readonly account: string
  readonly password: string
  readonly onSignedIn: () => void
  readonly onBack: () => void
}

const REASONS: Readonly<Record<Ticket['because'], string>> = {
  'new-device': '这台设备第一次登录这个账号，需要核对您的手机。',
  'without-dragging': '您选择了短信验证码登录。',
}
const RESEND_MS = 60_000

/** Second step: the code from the bound phone, on a new device or instead of the puzzle (ACC-3, S-016). */
export function SignInCodeForm({ ticket: first, account, password, onSignedIn, onBack }: SignInCodeFormProps) {
  const [ticket, setTicket] = useState(first)
  const [code, setCode] = useState('')
  const [resendAfter, setResendAfter] = useState(() => performance.now() + RESEND_MS)
  const errors = useFormErrors({ 'account.code-wrong': 'code' })
  const command = useCommand(signInWithCodeEndpoint, { onSuccess: onSignedIn, onError: errors.refuse })
  const again = useCommand(signInEndpoint, {
    onSuccess: (result) => {
      if (result.kind === 'signed-in') return onSignedIn()
      errors.clear()
      setTicket(result)
      setCode('')
      setResendAfter(performance.now() + RESEND_MS)
    },
    onError: errors.refuse,
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (command.isPending) return
    const input = { ticket: ticket.ticket, code: cleanCode(code) }
    if (errors.check(signInWithCodeEndpoint.input, input)) command.mutate({ input })
  }
  return (
    <form className="account-form" noValidate onSubmit={submit}>
      <ErrorSummary key={errors.form.attempt} {...errors.form} />
      <p>
        {REASONS[first.because]}验证码已发送到 {ticket.maskedPhone}，{formatTime(ticket.expiresAt)} 前有效。
      </p>
      <TextField
        id="code"
        label="短信验证码"
        hint="短信中的 6 位数字。工作人员不会向您索要验证码。"
        inputMode="numeric"
        autoComplete="one-time-code"
        isShort
        value={code}
        onChange={setCode}
        error={errors.errorFor('code')}
      />
      <div className="button-row">
        <Button kind="primary" type="submit" busy={command.isPending ? '正在登录' : undefined}>
          登录
        </Button>
        <ResendButton
          resendAfter={resendAfter}
          busy={again.isPending ? '正在发送' : undefined}
          onPress={() => again.mutate({ input: { account, password, way: { kind: 'phone-code' } } })}
        />
        <Button kind="quiet" onClick={onBack}>
          返回修改账号和密码
        </Button>
      </div>
      <p className="hint">手机号已停用、收不到验证码的，请携带居民身份证到认定机构窗口咨询。</p>
    </form>
  )
}
