import './notice.css'
import { LinkButton } from '@xingtan/ui/components/link-button'
import { Notice } from '@xingtan/ui/components/notice'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { Panel } from '@xingtan/ui/components/panel'
import { Link } from 'react-router'
import { paths } from '../../paths.ts'
import { useMe } from '../../session/use-me.ts'

/** 咨询服务: whom to ask about what, what a question should hold, and how to tell a swindler (PUB-1). */
export function HelpPage() {
  const { query } = useMe()
  const isDemo = query.data?.demo === true
  return (
    <div className="text-column">
      <PageTitle title="咨询服务" lead="请先看常见问题，多数问题在那里已有答案。" />
      <div className="help">
        <Panel title="先看常见问题">
          <p>注册、实名核验、考试信息、普通话证书、照片和签名的常见问题，都有对照处理的办法。</p>
          <div className="button-row">
            <LinkButton to={paths.questions}>查看常见问题</LinkButton>
            <LinkButton to={paths.contacts} kind="secondary">
              查找认定机构联系方式
            </LinkButton>
          </div>
        </Panel>
        <Panel title="该问谁">
          <ul>
            <li>报名条件、材料、体检和现场确认：请咨询您选择的认定机构或确认点，联系电话显示在选择确认点的页面。</li>
            <li>考试成绩和合格证明：请咨询组织考试的教育考试机构。</li>
            <li>学历、学籍、学位信息：请咨询毕业学校或就读学校。</li>
            <li>普通话证书：请咨询证书上的测试机构。</li>
            <li>2008 年以前（广西壮族自治区 2012 年以前）的教师资格证书：请咨询证书上的发证机关。</li>
            <li>账号、短信验证码和网站故障：请通过电话咨询或邮件咨询联系网站工作人员。</li>
          </ul>
        </Panel>
        <Panel title="在线咨询、投诉和举报">
          <p>按固定格式在线填写，得到受理编号和查询码，在期限内收到答复；举报可以匿名。</p>
          <div className="button-row">
            <LinkButton to={paths.consultations}>在线咨询</LinkButton>
            <LinkButton to={paths.consultationQuery} kind="secondary">
              查询办理情况
            </LinkButton>
          </div>
        </Panel>
        <Panel title="电话咨询和邮件咨询">
          {isDemo && (
            <Notice tone="info">
              <p>演示环境不设咨询电话和客服邮箱。</p>
            </Notice>
          )}
          <p>咨询前请准备以下内容；发送邮件时，请按这个格式填写：</p>
          <ol>
            <li>邮件标题：申请地的省份 + 姓名 + 问题（例如：浙江省 + 姓名 + 收不到短信验证码）。</li>
            <li>姓名、证件类型和证件号码。</li>
            <li>注册的手机号码；申请更换手机号的，另写明新的手机号码。</li>
            <li>报名号（已经报名的）。</li>
            <li>问题发生的时间、所在页面，以及页面上显示的提示和编号，最好附上截图。</li>
          </ol>
          <p>请不要在电话或邮件中告诉任何人您的密码和短信验证码。</p>
        </Panel>
        <Panel title="谨防假冒和诈骗">
          <ul>
            <li>请自己输入网址或从当地教育行政部门的网站进入，不要点击陌生短信、邮件中的链接。</li>
            <li>工作人员不会向您索要密码、短信验证码，也不会要求您转账。</li>
            <li>本网站不委托任何机构或个人代为报名；凡称“包过”“代办证书”的，都是诈骗。</li>
            <li>
              对证书真伪有疑问的，可以在<Link to={paths.certificateQuery}>证书查询</Link>中核对真伪。
            </li>
          </ul>
        </Panel>
      </div>
    </div>
  )
}
