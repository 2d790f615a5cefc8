import './contact.css'
import { type ContactProfile, getContactEndpoint } from '@xingtan/contract/contact'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { QUALIFICATION_TITLES } from '@xingtan/contract/qualification'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { LinkButton } from '@xingtan/ui/components/link-button'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { Panel } from '@xingtan/ui/components/panel'
import { QueryState } from '@xingtan/ui/components/query-state'
import { dayOf, formatInstant } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link, useParams } from 'react-router'
import { paths } from '../../paths.ts'
import { ContactCalendar } from './contact-calendar.tsx'
import { PhoneLinks } from './phone-links.tsx'

type Contact = OutputOf<typeof getContactEndpoint>

/** One agency: how to reach it, where it confirms, whether it is open and what it has announced (PUB-4). */
export function ContactPage() {
  const { agencyCode = '' } = useParams()
  const query = useEndpoint(getContactEndpoint, { agencyCode })
  if (query.error !== null && (query.error.status === 404 || query.error.status === 400)) {
    return (
      <>
        <PageTitle title="没有找到这个机构" />
        <EmptyState title="机构可能已经调整，或者地址有误">
          <div className="button-row">
            <LinkButton to={paths.contacts}>查找机构联系方式</LinkButton>
          </div>
        </EmptyState>
      </>
    )
  }
  return (
    <div className="text-column">
      <PageTitle title={query.data?.name ?? '机构联系方式'} lead={query.data && leadOf(query.data)} />
      <QueryState query={query} skeletonLines={8}>
        {(contact) => (
          <div className="contact-page">
            <Panel title="联系方式">
              {contact.profile === null ? <Unknown contact={contact} /> : <Profile profile={contact.profile} />}
            </Panel>
            <Panel title="网上报名">
              <p>
                {contact.network.open && contact.network.closesAt !== null
                  ? `正在进行，${formatInstant(contact.network.closesAt)} 截止。`
                  : contact.network.sentence}
              </p>
              <ContactCalendar agencyCode={agencyCode} />
            </Panel>
            {contact.points.length > 0 && <Points points={contact.points} />}
            {contact.notices.length > 0 && <Announced notices={contact.notices} />}
          </div>
        )}
      </QueryState>
      <p className="contact-back no-print">
        <Link to={`${paths.contacts}?province=${agencyCode.slice(0, 2)}0000`}>返回机构列表</Link>
      </p>
    </div>
  )
}

function leadOf({ types }: Contact): string {
  if (types.length === 0) return '不直接办理认定。'
  return `认定：${types.map((type) => QUALIFICATION_TITLES[type]).join('、')}。`
}

function Unknown({ contact: { parent } }: { readonly contact: Contact }) {
  return (
    <p>
      该机构尚未公布联系方式。
      {parent !== null && (
        <>
          请咨询上级机构<Link to={paths.contact(parent.agencyCode)}>{parent.name}</Link>。
        </>
      )}
    </p>
  )
}

function Profile({ profile }: { readonly profile: ContactProfile }) {
  const { address, phones, email, hours, notes, website, publishedAt } = profile
  return (
    <>
      <DefinitionList
        facts={[
          { term: '办公地址', value: address },
          { term: '咨询电话', value: <PhoneLinks phones={phones} /> },
          { term: '咨询邮箱', value: <a href={`mailto:${email}`}>{email}</a> },
          { term: '办公时间', value: hours },
          ...(website === null
            ? []
            : [
                {
                  term: '机构网站',
                  value: (
                    <a href={website} rel="noopener noreferrer nofollow">
                      {website}
                    </a>
                  ),
                },
              ]),
          ...(notes === '' ? [] : [{ term: '补充说明', value: notes }]),
        ]}
      />
      <p className="hint">由机构公布于 {dayOf(publishedAt)}。</p>
    </>
  )
}

function Points({ points }: Pick<Contact, 'points'>) {
  return (
    <Panel title="确认点">
      <ul className="contact-points">
        {points.map(({ pointId, name, address, hours }) => (
          <li key={pointId}>
            <p className="contact-point-name">{name}</p>
            <p>{address}</p>
            <p className="secondary">{hours}</p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Announced({ notices }: Pick<Contact, 'notices'>) {
  return (
    <Panel title="公告">
      <ul>
        {notices.map(({ id, title, publishedAt }) => (
          <li key={id}>
            <Link to={paths.notice(id)}>{title}</Link> <span className="secondary">{dayOf(publishedAt)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
