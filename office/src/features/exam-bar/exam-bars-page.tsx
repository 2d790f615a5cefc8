import { useOfficer } from '../../session/officer-context.ts'
import { Page } from '../../components/page.tsx'
import { FetchButton } from './fetch-button.tsx'
import { ImportTable } from './import-table.tsx'
import { ReportTable } from './report-table.tsx'
import { UploadForm } from './upload-form.tsx'
import './exam-bar.css'

/** 考试限制: lists of the exam authority come in, entries that keep a person from the exam go out (INT-4). */
export function ExamBarsPage() {
  const { agencyLevel } = useOfficer()
  const canImport = agencyLevel === 'nation' || agencyLevel === 'province'
  return (
    <Page
      className="exam-bars"
      title="考试限制交换"
      lead="考试机构作出的考试作弊处理由两人导入限制库；限制库中禁止参加考试的记录生效或作废后，系统自动通报考试机构。"
      aside={canImport && <FetchButton />}
    >
      {canImport && <UploadForm />}
      <ImportTable />
      <ReportTable />
    </Page>
  )
}
