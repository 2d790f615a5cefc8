import './account.css'
import { SignIn, type SignInResult, signInEndpoint } from '@xingtan/contract/account'
import { Button } from '@xingtan/ui/components/button'
import { ErrorSummary, type SummaryError } from '@xingtan/ui/components/error-summary'
import { Notice } from '@xingtan/ui/components/notice'
import { PasswordField } from '@xingtan/ui/components/password-field'
import { TextField } from '@xingtan/ui/components/text-field'
import { useCommand } from '@xingtan/ui/use-command'
import { useFormErrors } from '@xingtan/ui/use-form-errors'
import { type FormEvent, useState } from 'react'
import { Link } from 'react-router'
import { paths } from '../../paths.ts'
import { cleanNumber } from '../../phone-code/clean-digits.ts'
import { SecurityCheck } from '../../security-check/security-check.tsx'

export interface SignInFormProps {
  readonly onSignedIn: () => void
  readonly onCodeRequired: (
    ticket: Extract<SignInResult, { kind: 'code-required' }>,
    account: string,
    password: string,
  ) => void
}

const Credentials = SignIn.pick({ account: true, password: true })
/** Proofs hold for 120 seconds; a little less, so that none is sent that has just run out. */
const PROOF_MS = 110_000
const PUZZLE_MISSING: SummaryError = { fieldId: 'puzzle', sentence: '请先拖动滑块完成拼图，或选择不用拖动的方式。' }
const PUZZLE_OVER: SummaryError = { fieldId: 'puzzle', sentence: '拼图验证已经过期，请重新完成后再登录。' }

interface Proof {
  readonly proof: string
  readonly until: number
}

interface SignInCheckProps {
  readonly way: 'slider' | 'phone-code'
  readonly isProven: boolean
  readonly error: string | undefined
  readonly onProof: (proof: string) => void
  readonly onWay: (way: 'slider' | 'phone-code') => void
}

/** The puzzle, that it is done, or the way without it. */
function SignInCheck({ way, isProven, error, onProof, onWay }: SignInCheckProps) {
  if (way === 'phone-code') {
    return (
      <Notice tone="info">
        <p>不用拖动拼图：密码正确时，系统会向您注册的手机发送验证码，填写后即可登录。</p>
        <div className="button-row">
          <Button kind="quiet" onClick={() => onWay('slider')}>
            改用拼图验证
          </Button>
        </div>
      </Notice>
    )
  }
  return (
    <fieldset className={error === undefined ? 'field' : 'field field-with-error'} id="puzzle" tabIndex={-1}>
      <legend className="field-label">安全验证</legend>
      {isProven ? (
        <Notice tone="ok" isLive>
          <p>拼图验证已通过，请点击“登录”。</p>
        </Notice>
      ) : (
        <SecurityCheck
          purpose="sign-in"
          onProof={onProof}
          alternative={{ title: '不用拖动：改用短信验证码登录', onChoose: () => onWay('phone-code') }}
        />
      )}
      {error !== undefined && (
        <p className="field-error">
          <span>{error}</span>
        </p>
      )}
    </fieldset>
  )
}

/** First step of the sign-in; nothing is filled in by the page, everything may be pasted or filled by a manager. */
export function SignInForm({ onSignedIn, onCodeRequired }: SignInFormProps) {
  const [account, setAccount] = useState('')
  const [password, setPassword] = useState('')
  const [way, setWay] = useState<'slider' | 'phone-code'>('slider')
  const [proof, setProof] = useState<Proof>()
  const errors = useFormErrors({
    'account.sign-in-refused': 'account',
    'account.proof-refused': 'puzzle',
  })
  const command = useCommand(signInEndpoint, {
    onSuccess: (result, { input }) => {
      if (result.kind === 'signed-in') onSignedIn()
      else onCodeRequired(result, input.account, input.password)
    },
    onError: errors.refuse,
    // A proof is good for one try, whatever came of it.
    onSettled: () => setProof(undefined),
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (command.isPending) return
    const credentials = { account: cleanNumber(account), password }
    const isLate = proof !== undefined && proof.until < performance.now()
    if (isLate) setProof(undefined)
    const puzzleError = isLate ? PUZZLE_OVER : PUZZLE_MISSING
    const isMissing = way === 'slider' && (proof === undefined || isLate)
    if (!errors.check(Credentials, credentials, isMissing ? [puzzleError] : [])) return
    command.mutate({
      input: {
        ...credentials,
        way: proof === undefined ? { kind: 'phone-code' } : { kind: 'slider', proof: proof.proof },
      },
    })
  }
  return (
    <form className="account-form" noValidate onSubmit={submit}>
      <ErrorSummary key={errors.form.attempt} {...errors.form} />
      <TextField
        id="account"
        label="账号"
        hint="账号是注册时使用的证件号码。"
        autoComplete="username"
        value={account}
        onChange={(value) => {
          errors.touch('account')
          setAccount(value)
        }}
        error={errors.errorFor('account')}
      />
      <PasswordField
        id="password"
        label="密码"
        autoComplete="current-password"
        value={password}
        onChange={(value) => {
          errors.touch('password')
          setPassword(value)
        }}
        error={errors.errorFor('password')}
      />
      <SignInCheck
        way={way}
        isProven={proof !== undefined}
        error={errors.errorFor('puzzle')}
        onProof={(given) => {
          errors.touch('puzzle')
          setProof({ proof: given, until: performance.now() + PROOF_MS })
        }}
        onWay={(chosen) => {
          errors.touch('puzzle')
          setProof(undefined)
          setWay(chosen)
        }}
      />
      <div className="button-row">
        <Button kind="primary" type="submit" busy={command.isPending ? '正在登录' : undefined}>
          {way === 'slider' ? '登录' : '登录：获取短信验证码'}
        </Button>
        <Link to={paths.forgotPassword}>忘记密码</Link>
      </div>
    </form>
  )
}
