import { Button, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Field } from './field.tsx'
import { focusFirstInvalid } from './focus-first-invalid.ts'

interface PinFormProps {
  readonly holder: string
  readonly serial: string
  readonly isBusy: boolean
  /** What pressing does, for example 「签名并登录」. */
  readonly action: string
  readonly onPin: (pin: string) => void
}

/** The PIN of the key: it goes to the program on this computer, never to the server. */
export function PinForm({ holder, serial, isBusy, action, onPin }: PinFormProps) {
  const box = useRef<InputRef>(null)
  const [pin, setPin] = useState('')
  const [tried, setTried] = useState(false)
  useEffect(() => {
    box.current?.focus()
  }, [])
  const isWellFormed = /^\d{4,12}$/.test(pin)
  const error = tried && !isWellFormed ? '密钥口令是 4 至 12 位数字，请核对后输入。' : undefined
  return (
    <form
      className="key-proof-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (!isWellFormed) return focusFirstInvalid(event.currentTarget)
        onPin(pin)
        setPin('')
        return setTried(false)
      }}
    >
      <p className="key-found">
        已找到密钥：{holder}
        <span className="quiet">序列号 {serial}</span>
      </p>
      <Field
        label="密钥口令"
        hint="口令只交给本机的密钥，不会发送到服务器。连续输错 3 次，密钥将被锁定。"
        error={error}
      >
        {(aria) => (
          <Input.Password
            {...aria}
            size="large"
            inputMode="numeric"
            autoComplete="off"
            ref={box}
            value={pin}
            onChange={(event) => setPin(event.target.value)}
          />
        )}
      </Field>
      <Button type="primary" size="large" block htmlType="submit" loading={isBusy}>
        {action}
      </Button>
    </form>
  )
}
