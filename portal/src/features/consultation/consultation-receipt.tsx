import './consultation.css'
import type { submitConsultationEndpoint } from '@xingtan/contract/consultation'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { CopyText } from '@xingtan/ui/components/copy-text'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { LinkButton } from '@xingtan/ui/components/link-button'
import { Notice } from '@xingtan/ui/components/notice'
import { Panel } from '@xingtan/ui/components/panel'
import { formatDay } from '@xingtan/ui/date-format'
import { paths } from '../../paths.ts'
import { EvidenceUpload } from './evidence-upload.tsx'

/** 受理回执: number and code large, copyable, printable; evidence can be added at once. */
export function ConsultationReceipt({ taken }: { readonly taken: OutputOf<typeof submitConsultationEndpoint> }) {
  const { number, queryCode, agencyName, dueOn, evidenceMost } = taken
  return (
    <>
      <Panel title="受理回执">
        <DefinitionList
          facts={[
            { term: '受理编号', value: <CopyText text={number} name="受理编号" isLarge /> },
            { term: '查询码', value: <CopyText text={queryCode} name="查询码" isLarge /> },
            { term: '办理机构', value: agencyName },
            { term: '最晚答复日期', value: formatDay(dueOn) },
          ]}
        />
        <Notice tone="act">
          <p>请现在抄下或打印受理编号和查询码。查询码不会再次发送，遗失后无法找回。</p>
        </Notice>
      </Panel>
      <Panel title="上传材料">
        <EvidenceUpload number={number} queryCode={queryCode} left={evidenceMost} />
      </Panel>
      <div className="button-row">
        <LinkButton to={paths.consultations} kind="secondary">
          返回在线咨询
        </LinkButton>
      </div>
    </>
  )
}
