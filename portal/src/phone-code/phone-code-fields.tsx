import './phone-code.css'
import { Button } from '@xingtan/ui/components/button'
import { Notice } from '@xingtan/ui/components/notice'
import { TextField } from '@xingtan/ui/components/text-field'
import { formatTime } from '@xingtan/ui/date-format'
import { useEffect, useRef } from 'react'
import { SecurityCheck } from '../security-check/security-check.tsx'
import { ResendButton } from './resend-button.tsx'
import type { PhoneCodeState } from './use-phone-code.ts'

export interface PhoneCodeFieldsProps {
  readonly phone: string
  readonly onPhone: (phone: string) => void
  readonly code: string
  readonly onCode: (code: string) => void
  readonly state: PhoneCodeState
  readonly phoneHint: string
  readonly errorFor: (fieldId: string) => string | undefined
}

function focusPhone(): void {
  document.getElementById('phone')?.focus()
}

/** A phone number, the security check before anything is sent to it, and the code that came. */
export function PhoneCodeFields(props: PhoneCodeFieldsProps) {
  const { phone, state } = props
  const { sent, isChecking } = state
  const codeBox = useRef<HTMLDivElement>(null)
  const sentId = sent?.phoneCodeId
  useEffect(() => {
    if (sentId !== undefined) codeBox.current?.querySelector('input')?.focus()
  }, [sentId])
  const { error } = state
  useEffect(() => {
    // What had the focus, the button or the puzzle, may be gone.
    if (error !== undefined) focusPhone()
  }, [error])
  return (
    <>
      <TextField
        id="phone"
        label="手机号码"
        hint={props.phoneHint}
        type="tel"
        inputMode="tel"
        autoComplete="tel-national"
        isShort
        value={phone}
        onChange={(next) => {
          state.clearError()
          props.onPhone(next)
        }}
        error={props.errorFor('phone') ?? state.error}
      />
      {isChecking ? (
        <div className="phone-check">
          <p className="field-label">安全验证</p>
          <p className="hint">通过后向 {phone.trim()} 发送验证码。</p>
          <SecurityCheck
            purpose="phone-code"
            takesFocus
            onProof={state.send}
            alternative={{ title: '不用拖动，改用电脑计算验证' }}
          >
            <Button
              kind="quiet"
              onClick={() => {
                state.cancel()
                focusPhone()
              }}
            >
              返回修改手机号码
            </Button>
          </SecurityCheck>
        </div>
      ) : (
        <ResendButton
          resendAfter={state.resendAfter}
          busy={state.isSending ? '正在发送' : undefined}
          onPress={state.begin}
        />
      )}
      {sent !== undefined && (
        <Notice tone="ok" isLive>
          <p>
            验证码已发送到 {sent.phone}，{formatTime(sent.expiresAt)} 前有效。工作人员不会向您索要验证码。
          </p>
        </Notice>
      )}
      <div ref={codeBox}>
        <TextField
          id="code"
          label="短信验证码"
          hint="短信中的 6 位数字。"
          inputMode="numeric"
          autoComplete="one-time-code"
          isShort
          value={props.code}
          onChange={props.onCode}
          error={props.errorFor('code')}
        />
      </div>
    </>
  )
}
