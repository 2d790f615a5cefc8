import { useQueryClient } from '@tanstack/react-query'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { closeRestrictionHitEndpoint, listRestrictionHitsEndpoint } from '@xingtan/contract/office/restriction'
import { RESTRICTION_KIND_TITLES } from '@xingtan/contract/restriction-kind'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { MoreButton } from '@xingtan/ui/components/more-button'
import { Skeleton } from '@xingtan/ui/components/skeleton'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import { Button } from 'antd'
import { useState } from 'react'
import { Page } from '../../components/page.tsx'
import { TextDialog } from '../../components/text-dialog.tsx'
import { useHits } from './use-entries.ts'
import './restriction.css'

type Hit = OutputOf<typeof listRestrictionHitsEndpoint>['rows'][number]

const ENTRY_WORDS = { pending: '待复核', effective: '已生效', void: '已作废' } as const

/** 命中核对: running cases and holders of one's agency that an entry concerns (RES-6). */
export function HitsPage() {
  const hits = useHits()
  const [closing, setClosing] = useState<Hit>()
  const rows = hits.data ?? []
  return (
    <Page
      title="命中核对"
      lead="限制库记录涉及本机构正在办理的申请或已发证书时，会列在这里。记录生效后相关证书已暂停使用，申请不能作出认定通过的结论。"
    >
      {hits.isPending && <Skeleton lines={6} label="正在读取命中核对" />}
      {hits.isError && <ErrorState error={hits.error} onRetry={() => void hits.refetch()} />}
      {hits.data !== undefined && rows.length === 0 && (
        <EmptyState title="没有需要核对的命中">
          <p>限制库有新记录时系统会立即比对，命中的申请和证书会出现在这里。</p>
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <HitTable rows={rows} onClose={setClosing} />
          <MoreButton
            shownCount={rows.length}
            hasMore={hits.hasNextPage}
            isLoading={hits.isFetchingNextPage}
            onMore={() => void hits.fetchNextPage()}
          />
        </>
      )}
      {closing !== undefined && <CloseDialog hit={closing} onClose={() => setClosing(undefined)} />}
    </Page>
  )
}

function HitTable({ rows, onClose }: { readonly rows: readonly Hit[]; readonly onClose: (hit: Hit) => void }) {
  return (
    <section className="table-scroll" aria-label="命中核对">
      <table className="case-table">
        <caption className="visually-hidden">限制库命中的申请和证书，待办的在前。</caption>
        <thead>
          <tr>
            <th scope="col">命中对象</th>
            <th scope="col">限制类型</th>
            <th scope="col">记录状态</th>
            <th scope="col">发现时间</th>
            <th scope="col">处理情况</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((hit) => (
            <tr key={hit.hitId}>
              <td className="col-number">
                {hit.applicationId === null
                  ? `证书 ${hit.certificateNumber ?? ''}`
                  : `申请 ${hit.registrationNumber ?? ''}`}
              </td>
              <td>{RESTRICTION_KIND_TITLES[hit.kind]}</td>
              <td>{ENTRY_WORDS[hit.entryState]}</td>
              <td className="nowrap">{formatInstantShort(hit.foundAt)}</td>
              <td>{hit.closingNote ?? <Button onClick={() => onClose(hit)}>登记处理情况</Button>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function CloseDialog({ hit, onClose }: { readonly hit: Hit; readonly onClose: () => void }) {
  const queryClient = useQueryClient()
  const announce = useToast()
  const close = useCommand(closeRestrictionHitEndpoint, {
    onSuccess: () => {
      announce('处理情况已登记。')
      void queryClient.invalidateQueries({ queryKey: [listRestrictionHitsEndpoint.name] })
      onClose()
    },
  })
  return (
    <TextDialog
      title="登记处理情况"
      lead="登记后这一项不再列为待办；证书和申请的限制不会因此解除。"
      label="处理情况"
      maxLength={300}
      button="登记处理情况"
      command={close}
      onSubmit={(note) => close.mutate({ input: { hitId: hit.hitId, note } })}
      onClose={onClose}
    />
  )
}
