import { getOwnProfileEndpoint } from '@xingtan/contract/office/agency-profile'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { QueryState } from '@xingtan/ui/components/query-state'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Page } from '../../components/page.tsx'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { ProfileForm } from './profile-form.tsx'
import './agency.css'

type OwnProfile = OutputOf<typeof getOwnProfileEndpoint>

/** 机构公示信息: what the portal shows of the own agency, and who below has shown nothing yet (PUB-4). */
export function ProfilePage() {
  const profile = useEndpoint(getOwnProfileEndpoint, {})
  return (
    <Page
      title="机构公示信息"
      lead="公示后立即显示在中国教师资格网的机构联系方式中。请保证咨询电话工作时间有人接听、邮箱有回复。"
    >
      <QueryState query={profile} skeletonLines={8}>
        {(own) => (
          <div className="agency-record">
            <ProfileForm key={own.version} own={own} />
            {own.versions.length > 0 && <Versions versions={own.versions} />}
            {own.below.length > 0 && <Below below={own.below} />}
          </div>
        )}
      </QueryState>
    </Page>
  )
}

function Versions({ versions }: Pick<OwnProfile, 'versions'>) {
  return (
    <section className="panel-flat" aria-labelledby="profile-versions">
      <h2 id="profile-versions">公示记录</h2>
      <ul>
        {versions.map(({ version, publishedAt, publishedBy }) => (
          <li key={version}>
            第 {version} 版 <span className="quiet">{formatInstantShort(publishedAt)}</span>
            <span className="quiet">，{publishedBy}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Below({ below }: Pick<OwnProfile, 'below'>) {
  const missing = below.filter(({ publishedAt }) => publishedAt === null).length
  return (
    <section className="panel-flat" aria-labelledby="profile-below">
      <h2 id="profile-below">下级机构填写情况</h2>
      <p>
        共 {below.length} 个，尚未公示 <strong>{missing}</strong> 个。
      </p>
      <ScrollRegion className="table-scroll" label="下级机构填写情况">
        <table className="case-table">
          <caption className="visually-hidden">下级机构填写情况</caption>
          <thead>
            <tr>
              <th scope="col">代码</th>
              <th scope="col">机构名称</th>
              <th scope="col">公示时间</th>
            </tr>
          </thead>
          <tbody>
            {below.map(({ code, name, publishedAt }) => (
              <tr key={code}>
                <td>{code}</td>
                <td>{name}</td>
                <td className="nowrap">
                  {publishedAt === null ? <StatusTag tone="warn">尚未公示</StatusTag> : formatInstantShort(publishedAt)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  )
}
