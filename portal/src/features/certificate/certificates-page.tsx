import './certificate.css'
import { LinkButton } from '@xingtan/ui/components/link-button'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { Panel } from '@xingtan/ui/components/panel'
import { paths } from '../../paths.ts'
import { CertificateScope } from './certificate-scope.tsx'

/** 证书查询: the two doors of the handbook (PUB-2, PUB-3). */
export function CertificatesPage() {
  return (
    <>
      <PageTitle title="证书查询" lead="教师资格证书查询有两种方式，请按您的情况选择。" />
      <div className="certificate-doors">
        <Panel title="本人查询">
          <p>查看自己名下的全部教师资格证书。需要登录中国教师资格网账号；没有账号的，请先注册并完成实名核验。</p>
          <div className="button-row">
            <LinkButton to={paths.ownCertificates}>查询本人的证书</LinkButton>
          </div>
        </Panel>
        <Panel title="其他查询">
          <p>
            核对一本证书的真伪。不需要账号，按证书填写姓名、证件号码和证书号码，并验证您的手机号。每次查询都会留下记录。
          </p>
          <div className="button-row">
            <LinkButton to={paths.certificateQuery} kind="secondary">
              核对一本证书
            </LinkButton>
          </div>
        </Panel>
      </div>
      <div className="text-column">
        <CertificateScope />
      </div>
    </>
  )
}
