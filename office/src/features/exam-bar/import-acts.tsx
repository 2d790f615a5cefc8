import { type ExamImport, importExamListEndpoint, reviewExamImportEndpoint } from '@xingtan/contract/office/exam-bar'
import { Button } from 'antd'
import { useState } from 'react'
import { ActForm } from '../../components/act-form.tsx'
import { ActWords } from '../../components/act-words.tsx'

/** What can be done with a list now: the first person imports it, the second accepts or returns it. */
export function ImportActs({ list }: { readonly list: ExamImport }) {
  const [open, setOpen] = useState<'import' | 'accept' | 'return'>()
  const close = () => setOpen(undefined)
  const { importId, state, fresh, faulty, isMineToReview, reviewAgencyName } = list
  return (
    <>
      {state === 'read' && fresh > 0 && (
        <div className="section-actions">
          <Button type="primary" onClick={() => setOpen('import')}>
            导入 {fresh} 条
          </Button>
        </div>
      )}
      {isMineToReview && (
        <div className="section-actions">
          <Button type="primary" onClick={() => setOpen('accept')}>
            复核通过
          </Button>
          <Button onClick={() => setOpen('return')}>退回</Button>
        </div>
      )}
      {open === 'import' && (
        <ActForm
          endpoint={importExamListEndpoint}
          title={`导入 ${fresh} 条`}
          lead={
            <p>
              导入后这些人员的认定结论立即暂缓，由{reviewAgencyName}另一名工作人员复核通过后产生限制。
              {faulty > 0 && `有误的 ${faulty} 条不导入，请核对后另行上传。`}
            </p>
          }
          input={{ importId }}
          submitText={`导入 ${fresh} 条`}
          done={(done) => `已导入 ${done.fresh} 条，等待复核。`}
          onClose={close}
        />
      )}
      {open === 'accept' && (
        <ActForm
          endpoint={reviewExamImportEndpoint}
          title="复核通过"
          lead={<p>通过后 {fresh} 条记录立即在全国范围内产生限制，并与正在办理的申请和已发证书比对。</p>}
          input={{ importId, result: 'accept' }}
          submitText="复核通过"
          done="已复核通过，记录立即生效并开始比对。"
          onClose={close}
        />
      )}
      {open === 'return' && <ReturnForm importId={importId} onClose={close} />}
    </>
  )
}

function ReturnForm({ importId, onClose }: { readonly importId: string; readonly onClose: () => void }) {
  const [reason, setReason] = useState('')
  return (
    <ActForm
      endpoint={reviewExamImportEndpoint}
      title="退回名单"
      lead={<p>退回后这些记录不再暂缓认定结论，录入机构会看到原因。</p>}
      input={{ importId, result: 'return', reason }}
      submitText="退回名单"
      isDanger
      done="已退回，录入机构会看到原因。"
      onClose={onClose}
    >
      {(fields) => (
        <ActWords fields={fields} id="reason" label="退回原因" maxLength={300} value={reason} onChange={setReason} />
      )}
    </ActForm>
  )
}
