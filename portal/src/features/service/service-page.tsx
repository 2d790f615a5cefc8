import './service-page.css'
import { LinkButton } from '@xingtan/ui/components/link-button'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { Panel } from '@xingtan/ui/components/panel'
import { paths } from '../../paths.ts'

/** 网上办事: the two businesses with the entries of the handbook. One account serves both (PUB-1). */
export function ServicePage() {
  return (
    <>
      <PageTitle title="网上办事" lead="两项业务使用同一个账号。请从对应的入口进入，每个入口只显示该项业务的内容。" />
      <div className="services">
        <Panel title="教师资格认定">
          <p>申请幼儿园、小学、初级中学、高级中学、中等职业学校和高等学校教师资格。</p>
          <p className="service-facts">
            先在网上报名，再到所选的确认点现场确认；报名是否开放，以您选择的认定机构公布的时间为准。
          </p>
          <div className="button-row">
            <LinkButton to={paths.apply}>认定报名</LinkButton>
            <LinkButton to={paths.business} kind="secondary">
              在线办理
            </LinkButton>
          </div>
        </Panel>
        <div id="registration">
          <Panel title="中小学教师资格定期注册">
            <p>公办普通中小学、中等职业学校和幼儿园的在编在岗教师等人员办理定期注册。</p>
            <p className="service-facts">
              定期注册一般在每年下半年开展，具体时间请看任教学校所在地教育行政部门的公告。
            </p>
          </Panel>
        </div>
      </div>
    </>
  )
}
