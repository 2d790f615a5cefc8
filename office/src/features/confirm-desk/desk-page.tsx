import { findCaseEndpoint } from '@xingtan/contract/office/case'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { useCommand } from '@xingtan/ui/use-command'
import { Button, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { CaseTable } from '../../components/case-table.tsx'
import { Field } from '../../components/field.tsx'
import { focusFirstInvalid } from '../../components/focus-first-invalid.ts'
import { Page } from '../../components/page.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { TrainingNotice } from '../../components/training-notice.tsx'
import { useDeskCall } from '../../components/use-desk-call.ts'
import { useOfficer } from '../../session/officer-context.ts'
import './desk.css'

/**
 * The desk: one box for 报名号, document number or the text of the QR code; a scanner types and presses Enter (CNF-2).
 * What is searched stands in no address (S-125). One hit opens its case at once.
 */
export function DeskPage() {
  const officer = useOfficer()
  const navigate = useNavigate()
  const deskCall = useDeskCall()
  const box = useRef<InputRef>(null)
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const find = useCommand(findCaseEndpoint, {
    onSuccess: ({ rows }) => {
      const [only] = rows
      if (only !== undefined && rows.length === 1) void navigate(`/cases/${only.applicationId}`)
      else box.current?.select()
    },
  })
  useEffect(() => {
    box.current?.focus()
  }, [])
  const error = tried && text.trim() === '' ? '请填写报名号或证件号码，或者扫描申请人出示的二维码。' : undefined
  return (
    <Page
      title="现场确认"
      lead={officer.pointName === null ? officer.agencyName : `${officer.agencyName} · ${officer.pointName}`}
    >
      <TrainingNotice />
      <p className="desk-call">
        <Button size="large" loading={deskCall.isPending} onClick={deskCall.callNext}>
          呼叫下一位
        </Button>{' '}
        <Link to="/queue">排队叫号</Link>
      </p>
      {deskCall.error !== null && <ProblemAlert problem={deskCall.error} />}
      <search>
        <form
          className="desk-search"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            setTried(true)
            if (text.trim() === '') focusFirstInvalid(event.currentTarget)
            else find.mutate({ input: { text: text.trim() } })
          }}
        >
          <Field
            label="报名号、证件号码或二维码"
            hint="可以用扫码枪扫描申请人出示的二维码，扫描后自动查找；只有一件时直接打开。"
            error={error}
          >
            {(aria) => (
              <Input
                {...aria}
                ref={box}
                className="desk-box"
                autoComplete="off"
                spellCheck={false}
                maxLength={60}
                allowClear
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
          <Button type="primary" size="large" htmlType="submit" loading={find.isPending}>
            查找
          </Button>
        </form>
      </search>
      {find.isError && <ProblemAlert problem={find.error} />}
      {find.data?.rows.length === 0 && (
        <EmptyState title="没有找到属于本确认点的件">
          <p>
            请核对号码是否完整。申请人也可能尚未提交、已撤回，或者选择了其他确认点，可请申请人出示网上的报名信息核对。
          </p>
        </EmptyState>
      )}
      {find.data !== undefined && find.data.rows.length > 1 && (
        <>
          <output className="status-line">找到 {find.data.rows.length} 件，请选择要办理的一件。</output>
          <CaseTable rows={find.data.rows} caption="查找结果" />
        </>
      )}
      {find.data === undefined && !find.isError && (
        <p className="quiet">
          也可以从<Link to="/cases?stage=awaiting-confirmation">待确认的队列</Link>中选择。
        </p>
      )}
    </Page>
  )
}
