import type { OutputOf } from '@xingtan/contract/endpoint'
import { RELATION_TITLES, listRelationsEndpoint, removeRelationEndpoint } from '@xingtan/contract/office/case-exception'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { QueryState } from '@xingtan/ui/components/query-state'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Button } from 'antd'
import { useState } from 'react'
import { ActForm } from '../../components/act-form.tsx'
import { Page } from '../../components/page.tsx'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { RelationDialog } from './relation-dialog.tsx'

type Relations = OutputOf<typeof listRelationsEndpoint>['relations']

/** 回避申报: whose cases this officer must not handle; the system refuses the acts from then on (S-056). */
export function RelationsPage() {
  const query = useEndpoint(listRelationsEndpoint, {})
  const [isDeclaring, setIsDeclaring] = useState(false)
  return (
    <Page
      title="回避申报"
      lead="与申请人有利害关系的，应当回避。申报以后，系统不允许您办理这些人的申请；申报内容只有您本人可以查看。"
      aside={
        <Button type="primary" onClick={() => setIsDeclaring(true)}>
          申报应当回避的人员
        </Button>
      }
    >
      <QueryState query={query}>
        {({ relations }) =>
          relations.length === 0 ? (
            <EmptyState title="还没有申报">
              <p>您本人的其他证件，配偶、父母、子女、兄弟姐妹和近姻亲等，参加教师资格认定的，请在这里申报。</p>
            </EmptyState>
          ) : (
            <RelationTable relations={relations} />
          )
        }
      </QueryState>
      {isDeclaring && <RelationDialog onClose={() => setIsDeclaring(false)} />}
    </Page>
  )
}

function RelationTable({ relations }: { readonly relations: Relations }) {
  const [removing, setRemoving] = useState<Relations[number]>()
  return (
    <>
      <ScrollRegion className="table-scroll" label="回避申报">
        <table className="case-table">
          <thead>
            <tr>
              <th scope="col">关系</th>
              <th scope="col">姓名</th>
              <th scope="col">证件号码</th>
              <th scope="col">手机号码</th>
              <th scope="col">申报时间</th>
              <th scope="col">操作</th>
            </tr>
          </thead>
          <tbody>
            {relations.map((one) => (
              <tr key={one.relationId}>
                <td>{RELATION_TITLES[one.relation]}</td>
                <td className="nowrap">{one.name}</td>
                <td className="nowrap">{one.maskedDocumentNumber}</td>
                <td>{one.hasPhone ? '手机号码已申报' : '没有申报手机号码'}</td>
                <td className="nowrap">{formatInstantShort(one.declaredAt)}</td>
                <td>
                  <Button onClick={() => setRemoving(one)}>撤回申报</Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {removing !== undefined && (
        <ActForm
          endpoint={removeRelationEndpoint}
          title={`撤回申报：${removing.name}`}
          lead={<p>利害关系不再存在时才能撤回。撤回会留下记录，以后可以办理这个人的申请。</p>}
          input={{ relationId: removing.relationId }}
          submitText="撤回申报"
          isDanger
          done="申报已撤回。"
          onClose={() => setRemoving(undefined)}
        />
      )}
    </>
  )
}
