import './contact.css'
import { type ContactLine, listContactsEndpoint } from '@xingtan/contract/contact'
import { listRegionsEndpoint } from '@xingtan/contract/place'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { QueryState } from '@xingtan/ui/components/query-state'
import { SelectField } from '@xingtan/ui/components/select-field'
import { TextField } from '@xingtan/ui/components/text-field'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { paths } from '../../paths.ts'
import { findRememberedPlace } from '../../place/remembered-place.ts'
import { PhoneLinks } from './phone-links.tsx'

/** 机构联系方式: the agencies of one province with what they publish of themselves (PUB-4). */
export function ContactsPage() {
  const [search, setSearch] = useSearchParams()
  const [place] = useState(findRememberedPlace)
  const [name, setName] = useState('')
  const regionCode = search.get('province') ?? place?.[0]?.code
  const provinces = useEndpoint(listRegionsEndpoint, {}, { staleTime: Infinity })
  return (
    <div className="text-column">
      <PageTitle
        title="机构联系方式"
        lead="各地认定和注册机构公布的地址、电话、邮箱和办公时间。报名条件、材料和现场确认，请咨询您选择的机构。"
      />
      <div className="contact-filters no-print">
        <SelectField
          id="province"
          label="省份"
          value={regionCode ?? ''}
          onChange={(code) => setSearch(code === '' ? {} : { province: code }, { replace: true })}
          options={(provinces.data?.regions ?? []).map(({ code, name: title }) => ({ value: code, label: title }))}
        />
        {regionCode !== undefined && (
          <TextField id="name" label="按机构名称筛选" type="search" value={name} onChange={setName} isOptional />
        )}
      </div>
      {regionCode === undefined ? (
        <EmptyState title="请先选择省份">
          <p className="secondary">选择后显示该省份各级机构的联系方式。</p>
        </EmptyState>
      ) : (
        <Contacts regionCode={regionCode} name={name.trim()} />
      )}
    </div>
  )
}

function Contacts({ regionCode, name }: { readonly regionCode: string; readonly name: string }) {
  const query = useEndpoint(listContactsEndpoint, { regionCode })
  return (
    <QueryState query={query} skeletonLines={10}>
      {({ agencies }) => {
        const shown = agencies.filter((one) => one.name.includes(name))
        if (shown.length > 0) {
          return (
            <ul className="contacts">
              {shown.map((one) => (
                <ContactItem key={one.agencyCode} contact={one} />
              ))}
            </ul>
          )
        }
        return (
          <EmptyState title={agencies.length === 0 ? '这个省份没有机构信息' : '没有名称相符的机构'}>
            <p className="secondary">请更换省份或名称后再试。</p>
          </EmptyState>
        )
      }}
    </QueryState>
  )
}

function ContactItem({ contact }: { readonly contact: ContactLine }) {
  const { agencyCode, name, level, profile } = contact
  return (
    <li className={`contact contact-${level}`}>
      <h2>
        <Link to={paths.contact(agencyCode)}>{name}</Link>
      </h2>
      {profile === null ? (
        <p className="secondary">该机构尚未公布联系方式，请咨询上级机构。</p>
      ) : (
        <p className="contact-facts">
          <PhoneLinks phones={profile.phones} />
          <span>{profile.address}</span>
          <span className="secondary">{profile.hours}</span>
        </p>
      )}
    </li>
  )
}
