import './centre.css'
import { getCentreEndpoint, type PersonalCentre } from '@xingtan/contract/evidence'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { LinkButton } from '@xingtan/ui/components/link-button'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { type ReactNode, useState } from 'react'
import { useLocation, useParams, useSearchParams } from 'react-router'
import { OwnCertificateList } from '../../certificate/own-certificate-list.tsx'
import { paths } from '../../paths.ts'
import { isReady, ReadinessNotice } from '../../readiness.tsx'
import { RequireSession, type SignedIn } from '../../session/require-session.tsx'
import { safeNext } from '../../session/safe-next.ts'
import { usePolling } from '../../session/use-polling.ts'
import { NotFoundPage } from '../../shell/not-found-page.tsx'
import { CentreNavigation } from './centre-navigation.tsx'
import { DegreeModule } from './degree-module.tsx'
import { EducationModule } from './education-module.tsx'
import { isWaiting } from './evidence-words.ts'
import { ExamModule } from './exam-module.tsx'
import { IdentityModule } from './identity-module.tsx'
import { MODULES, type ModuleId } from './modules.ts'
import { PutonghuaModule } from './putonghua-module.tsx'

/** Whether any source still owes an answer. */
function isAnythingWaiting(centre: PersonalCentre): boolean {
  const { examProofs, putonghua, enrolments, educations, degrees, examSync, identity } = centre
  const records = [...examProofs, ...putonghua, ...enrolments, ...educations, ...degrees]
  return identity.realName === 'waiting' || isWaiting(examSync.state) || records.some(({ state }) => isWaiting(state))
}

function OtherModule() {
  return (
    <EmptyState title="目前没有需要填写的证书">
      <p className="secondary">
        本模块仅适用于申请中等职业学校实习指导教师资格时，需要用到的职业技能等级证书等其他证书。这项功能将在后续版本开放；申请其他种类教师资格的，不需要填写。
      </p>
    </EmptyState>
  )
}

function CertificateModule({ centre }: { readonly centre: PersonalCentre }) {
  return (
    <>
      <p className="secondary">
        仅展示 2008 年及以后（广西壮族自治区是 2012
        年及以后）认定的教师资格证书。更早的证书，请与证书上的发证机关联系查询。
      </p>
      <OwnCertificateList certificates={centre.certificates} />
    </>
  )
}

function moduleOf(id: ModuleId, centre: PersonalCentre, me: SignedIn): ReactNode {
  if (id === 'identity') return <IdentityModule centre={centre} />
  if (id === 'certificate') return <CertificateModule centre={centre} />
  if (id === 'other') return <OtherModule />
  if (!isReady(me)) return <ReadinessNotice me={me} />
  if (id === 'exam') return <ExamModule centre={centre} today={me.today} />
  if (id === 'putonghua') return <PutonghuaModule centre={centre} />
  if (id === 'education') return <EducationModule centre={centre} />
  return <DegreeModule centre={centre} />
}

interface CentrePageProps {
  readonly id: ModuleId
  readonly title: string
  readonly me: SignedIn
}

function CentrePage({ id, title, me }: CentrePageProps) {
  const [isAnswerDue, setIsAnswerDue] = useState(false)
  const polling = usePolling(isAnswerDue)
  const query = useEndpoint(getCentreEndpoint, {}, { refetchInterval: polling.interval })
  const isDue = query.data !== undefined && isAnythingWaiting(query.data)
  if (isDue !== isAnswerDue) setIsAnswerDue(isDue)
  const { search } = useLocation()
  const [parameters] = useSearchParams()
  const next = safeNext(parameters.get('next'), '')
  return (
    <div className="centre">
      <CentreNavigation search={search} />
      <div className="centre-content">
        <PageTitle title={title} />
        <QueryState query={query} skeletonLines={8}>
          {(centre) => moduleOf(id, centre, me)}
        </QueryState>
        {next !== '' && (
          <div className="button-row no-print">
            <LinkButton to={next} kind="secondary">
              {next.startsWith(paths.apply) ? '返回报名，继续填写' : '返回刚才的页面'}
            </LinkButton>
          </div>
        )}
      </div>
    </div>
  )
}

/** 个人信息中心: one module at a time, at an address of its own (handbook 2.2, PRO-1…PRO-9). */
export function CentreRoute() {
  const { module = 'identity' } = useParams()
  const found = MODULES.find(({ id }) => id === module)
  if (found === undefined) return <NotFoundPage />
  return <RequireSession title={found.title}>{(me) => <CentrePage {...found} me={me} />}</RequireSession>
}
