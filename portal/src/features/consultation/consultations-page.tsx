import './consultation.css'
import { LinkButton } from '@xingtan/ui/components/link-button'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { Panel } from '@xingtan/ui/components/panel'
import { Link } from 'react-router'
import { paths } from '../../paths.ts'
import { useMe } from '../../session/use-me.ts'
import { OwnConsultations } from './own-consultations.tsx'

/** 在线咨询: three doors, and the way to what was sent before (PUB-6). */
export function ConsultationsPage() {
  const { person } = useMe()
  return (
    <>
      <PageTitle
        title="在线咨询"
        lead={
          <>
            多数问题在<Link to={paths.questions}>常见问题</Link>中已有答案，请先查看。提交后会得到受理编号和查询码。
          </>
        }
      />
      <div className="consultation-doors">
        <Panel title="咨询">
          <p>对认定、注册、证书、账号或网站使用有疑问的，写给当地机构或国家中心。</p>
          <div className="button-row">
            <LinkButton to={paths.newConsultation('consultation')}>我要咨询</LinkButton>
          </div>
        </Panel>
        <Panel title="投诉">
          <p>对机构或工作人员的服务、办理时间、收费有意见的，由它的上一级机构办理。</p>
          <div className="button-row">
            <LinkButton to={paths.newConsultation('complaint')} kind="secondary">
              我要投诉
            </LinkButton>
          </div>
        </Panel>
        <Panel title="举报">
          <p>发现材料造假、假证书或考试舞弊的，可以匿名举报。只有专门的核查人员能看到内容。</p>
          <div className="button-row">
            <LinkButton to={paths.newConsultation('fraud')} kind="secondary">
              我要举报
            </LinkButton>
          </div>
        </Panel>
      </div>
      <Panel title="查询办理情况">
        <p>凭提交时得到的受理编号和查询码，查看办理进度和答复，补充材料，评价办理情况。</p>
        <div className="button-row">
          <LinkButton to={paths.consultationQuery} kind="secondary">
            查询办理情况
          </LinkButton>
        </div>
      </Panel>
      {person !== undefined && <OwnConsultations />}
    </>
  )
}
