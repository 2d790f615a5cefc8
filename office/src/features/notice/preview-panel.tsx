import { previewNoticeEndpoint } from '@xingtan/contract/office/notice'
import { RichText } from '@xingtan/ui/components/rich-text'
import { useCommand } from '@xingtan/ui/use-command'
import { Button } from 'antd'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { Findings } from '../../components/findings.tsx'

/** 预览: exactly what the public would read, made by the server, with what the check finds. */
export function PreviewPanel({ title, body }: { readonly title: string; readonly body: string }) {
  const preview = useCommand(previewNoticeEndpoint)
  return (
    <section className="panel-flat notice-preview" aria-labelledby="notice-preview">
      <h2 id="notice-preview">预览</h2>
      <Button loading={preview.isPending} onClick={() => preview.mutate({ input: { title, body } })}>
        {preview.data === undefined ? '预览并核对内容' : '重新预览'}
      </Button>
      {preview.error !== null && <ProblemAlert problem={preview.error} />}
      {preview.data !== undefined && (
        <div aria-live="polite">
          <Findings findings={preview.data.findings} />
          <p className="notice-preview-title">{title}</p>
          <RichText html={preview.data.html} />
        </div>
      )}
    </section>
  )
}
