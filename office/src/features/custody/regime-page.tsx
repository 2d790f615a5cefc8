import { useQueryClient } from '@tanstack/react-query'
import { type SecurityRegime, fileRegimeEndpoint, getRegimeEndpoint } from '@xingtan/contract/office/custody'
import { FileField } from '@xingtan/ui/components/file-field'
import { QueryState } from '@xingtan/ui/components/query-state'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { TextareaField } from '@xingtan/ui/components/textarea-field'
import { ErrorSummary } from '@xingtan/ui/components/error-summary'
import { formatInstant } from '@xingtan/ui/date-format'
import { useCommand } from '@xingtan/ui/use-command'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useFormErrors } from '@xingtan/ui/use-form-errors'
import { useToast } from '@xingtan/ui/use-toast'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { Page } from '../../components/page.tsx'
import './custody.css'

/** 安全管理制度: filed once a year with its stamped scan; earlier years stay (ACC-12). */
export function RegimePage() {
  const regime = useEndpoint(getRegimeEndpoint, {})
  return (
    <Page title="安全管理制度" lead={<Link to="/custody">返回保管登记</Link>}>
      <QueryState query={regime} skeletonLines={6}>
        {({ year, isFiled, regimes }) => (
          <div className="custody-page">
            {!isFiled && <RegimeForm year={year} />}
            {regimes.map((one) => (
              <Filed key={one.year} regime={one} />
            ))}
          </div>
        )}
      </QueryState>
    </Page>
  )
}

function Filed({ regime }: { readonly regime: SecurityRegime }) {
  const id = `regime-${regime.year}`
  return (
    <section className="panel-flat" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{regime.year}年</h2>
        <StatusTag tone="ok">已备案</StatusTag>
      </div>
      <p className="custody-text">{regime.text}</p>
      <p>
        <a href={regime.scanUrl} target="_blank" rel="noreferrer">
          查看盖章扫描件
        </a>
      </p>
      <p className="quiet">
        {regime.filedByName}，{formatInstant(regime.filedAt)}
      </p>
    </section>
  )
}

function RegimeForm({ year }: { readonly year: number }) {
  const [text, setText] = useState('')
  const [file, setFile] = useState<File>()
  const { form, errorFor, check, refuse, touch } = useFormErrors()
  const announce = useToast()
  const queryClient = useQueryClient()
  const send = useCommand(fileRegimeEndpoint, {
    onSuccess: () => {
      announce('安全管理制度已备案。')
      void queryClient.invalidateQueries({ queryKey: [getRegimeEndpoint.name] })
    },
    onError: refuse,
  })
  return (
    <form
      noValidate
      className="panel-flat custody-form"
      aria-label={`${year}年安全管理制度`}
      onSubmit={(event) => {
        event.preventDefault()
        if (!check(fileRegimeEndpoint.input, { text })) return
        send.mutate({ input: { text }, ...(file && { file, fileName: file.name }) })
      }}
    >
      <h2>{year}年安全管理制度</h2>
      <p>本年度还没有备案。备案后不能更换，请核对扫描件后提交。</p>
      {form.errors.length > 0 && <ErrorSummary key={form.attempt} errors={form.errors} />}
      <TextareaField
        id="text"
        label="制度摘要"
        hint="写明专用计算机、USB 密钥、存储介质的管理责任和保密要求。"
        rows={5}
        maxLength={2000}
        value={text}
        error={errorFor('text')}
        onChange={(value) => {
          setText(value)
          touch('text')
        }}
      />
      <FileField
        id="scan"
        label="盖章扫描件"
        hint="PDF 或 JPG，小于 5 MB。"
        accept="application/pdf,image/jpeg"
        error={errorFor('scan')}
        {...(file && { current: file.name })}
        onChoose={(chosen) => {
          setFile(chosen)
          touch('scan')
        }}
      />
      <div className="dialog-actions">
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          备案
        </Button>
      </div>
    </form>
  )
}
