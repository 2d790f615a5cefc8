import { getMedicalEndpoint } from '@xingtan/contract/office/medical'
import { DataTable } from '@xingtan/ui/components/data-table'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Page } from '../../components/page.tsx'
import { ImportForm } from './import-form.tsx'
import { UnmatchedList } from './unmatched-list.tsx'
import './medical.css'

const HOSPITAL_COLUMNS = [
  { key: 'name', title: '医院', cell: ({ name }: { readonly name: string }) => name },
  { key: 'address', title: '地址', cell: ({ address }: { readonly address: string }) => address },
  {
    key: 'capacity',
    title: '每日可体检人数',
    align: 'end' as const,
    cell: ({ dailyCapacity }: { readonly dailyCapacity: number }) => dailyCapacity,
  },
]

/** 体检结论: the lists of the named hospitals taken in, what of them belongs to no case yet, and the hospitals (CNF-5). */
export function MedicalImportPage() {
  const query = useEndpoint(getMedicalEndpoint, {})
  return (
    <Page title="体检结论" lead="医院交来的体检结论名单在这里导入；只登记合格或者不合格、日期和医院，不登记体检内容。">
      <div className="medical-page">
        <ImportForm />
        <UnmatchedList />
        <section aria-labelledby="hospitals">
          <h2 id="hospitals">指定体检医院</h2>
          <QueryState query={query} skeletonLines={3}>
            {({ hospitals, validityDays, formVersions }) =>
              hospitals.length === 0 ? (
                <EmptyState title="本机构还没有指定体检医院">
                  <p>请由计划管理人员在“政策目录”的“体检医院”中提出。</p>
                </EmptyState>
              ) : (
                <>
                  <DataTable
                    caption="医院、地址和每日可体检人数"
                    columns={HOSPITAL_COLUMNS}
                    rows={hospitals}
                    rowKey={({ name }) => name}
                  />
                  <p className="quiet">
                    体检结论 {validityDays} 天内有效；使用的体检表版本：{formVersions.join('、')}。
                  </p>
                </>
              )
            }
          </QueryState>
        </section>
      </div>
    </Page>
  )
}
