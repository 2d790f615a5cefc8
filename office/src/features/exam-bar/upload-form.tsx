import { EXAM_LIST_COLUMNS, EXAM_LIST_MAX, uploadExamListEndpoint } from '@xingtan/contract/office/exam-bar'
import { FileField } from '@xingtan/ui/components/file-field'
import { useCommand } from '@xingtan/ui/use-command'
import { useNavigate } from 'react-router'
import { ProblemAlert } from '../../components/problem-alert.tsx'

const ACCEPT = '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** An Excel of the exam authority: uploaded, then tried out on a page of its own before anything is entered. */
export function UploadForm() {
  const navigate = useNavigate()
  const upload = useCommand(uploadExamListEndpoint, {
    onSuccess: ({ importId }) => void navigate(`/exam-bars/${importId}`),
  })
  return (
    <section className="panel-flat" aria-labelledby="upload">
      <h2 id="upload">上传名单</h2>
      <FileField
        id="list"
        label="考试机构的名单（Excel）"
        hint={`第一行为列名：${EXAM_LIST_COLUMNS.join('、')}。日期写成 2026-09-14 的样式，每份最多 ${EXAM_LIST_MAX} 行。`}
        accept={ACCEPT}
        onChoose={(file) => upload.mutate({ input: {}, file, fileName: file.name })}
      />
      {upload.isPending && <output className="status-line">正在上传并逐行核对。</output>}
      {upload.error !== null && <ProblemAlert problem={upload.error} />}
    </section>
  )
}
