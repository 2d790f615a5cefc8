import {
  type ClosureRow,
  ROUND_KIND_TITLES,
  type RoundRow,
  SWITCHED_FUNCTION_TITLES,
  type SwitchRow,
  listWindowsEndpoint,
} from '@xingtan/contract/office/window'
import { QueryState } from '@xingtan/ui/components/query-state'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Page } from '../../components/page.tsx'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { ChangeDialog, type ChangedRow, type ChangeKind } from './change-dialog.tsx'
import { toTyped } from './window-draft.ts'
import './window.css'

const STATES = {
  coming: { tone: 'wait', title: '尚未开始' },
  running: { tone: 'ok', title: '进行中' },
  over: { tone: 'neutral', title: '已结束' },
} as const

/** When the nation is open, what is maintained or switched off, and which province has longer (PLN-1, PUB-7). */
export function WindowsPage() {
  const windows = useEndpoint(listWindowsEndpoint, {})
  const [change, setChange] = useState<Asked>()
  return (
    <Page
      title="全国开放时间"
      lead="上半年开展认定，下半年开展认定和定期注册。各省计划须在这些时间之内。变更由国家中心两位人员办理。"
    >
      <QueryState query={windows} skeletonLines={10}>
        {(view) => {
          const actionOf = (kind: ChangeKind, title: string) =>
            view.canPropose ? <Button onClick={() => setChange({ kind })}>{title}</Button> : null
          const onEdit = view.canPropose ? setChange : undefined
          return (
            <div className="windows">
              <Section
                title="批次"
                action={actionOf('round', '设置新批次')}
                rows={view.rounds.map(roundLine)}
                onEdit={onEdit}
              />
              <Section
                title="延长开放"
                action={actionOf('extension', '录入延长文件')}
                rows={view.rounds.flatMap(extensionLines)}
              />
              <Section
                title="系统维护"
                action={actionOf('closure', '安排维护')}
                rows={view.closures.map(closureLine)}
                onEdit={onEdit}
              />
              <Section
                title="功能开关"
                action={actionOf('switch', '关闭一项功能')}
                rows={view.switches.map(switchLine)}
                onEdit={onEdit}
              />
              {change !== undefined && <ChangeDialog {...change} view={view} onClose={() => setChange(undefined)} />}
            </div>
          )
        }}
      </QueryState>
    </Page>
  )
}

/** What the dialog is asked for: something new of a kind, or another interval for a row. */
interface Asked {
  readonly kind: ChangeKind
  readonly row?: ChangedRow
}

interface Line {
  readonly key: string
  readonly title: string
  readonly opensAt: string | null
  readonly closesAt: string
  readonly state: keyof typeof STATES | null
  readonly note: string
  readonly edit?: Asked
}

function typedOf({ opensAt, closesAt }: { readonly opensAt: string; readonly closesAt: string }) {
  return { opensAt: toTyped(opensAt), closesAt: toTyped(closesAt) }
}

function roundLine(row: RoundRow): Line {
  const draft = { name: row.name, roundKind: row.kind, ...typedOf(row) }
  const edit = { kind: 'round', row: { id: row.roundId, draft } } as const
  return { key: row.roundId, title: row.name, note: ROUND_KIND_TITLES[row.kind], edit, ...row }
}

function extensionLines({ name, extensions }: RoundRow): Line[] {
  return extensions.map(({ number, provinceName, signer, reason, closesAt }) => ({
    key: number,
    title: `${provinceName}（${name}）`,
    opensAt: null,
    closesAt,
    state: null,
    note: `${number}，${signer}签发。${reason}`,
  }))
}

function closureLine(row: ClosureRow): Line {
  const edit = {
    kind: 'closure',
    row: { id: row.closureId, draft: { sentence: row.sentence, ...typedOf(row) } },
  } as const
  return { key: row.closureId, title: '提交和确认暂停', note: row.sentence, edit, ...row }
}

function switchLine(row: SwitchRow): Line {
  const draft = { function: row.function, sentence: row.sentence, ...typedOf(row) }
  const edit = { kind: 'switch', row: { id: row.switchId, draft } } as const
  return { key: row.switchId, title: SWITCHED_FUNCTION_TITLES[row.function], note: row.sentence, edit, ...row }
}

interface SectionProps {
  readonly title: string
  readonly action: ReactNode
  readonly rows: readonly Line[]
  readonly onEdit?: ((asked: Asked) => void) | undefined
}

function Section({ title, action, rows, onEdit }: SectionProps) {
  return (
    <section aria-label={title}>
      <div className="section-head">
        <h2>{title}</h2>
        {action}
      </div>
      {rows.length === 0 ? (
        <p className="quiet">近一年没有安排。</p>
      ) : (
        <ScrollRegion className="table-scroll" label={`${title}列表`}>
          <table className="case-table">
            <caption className="visually-hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">名称</th>
                <th scope="col">开始</th>
                <th scope="col">结束</th>
                <th scope="col">说明</th>
                <th scope="col">状态</th>
                {onEdit !== undefined && <th scope="col">办理</th>}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.key}>
                  <td>{row.title}</td>
                  <td className="nowrap">{row.opensAt === null ? '—' : formatInstantShort(row.opensAt)}</td>
                  <td className="nowrap">{formatInstantShort(row.closesAt)}</td>
                  <td>{row.note}</td>
                  <td>
                    {row.state === null ? (
                      '—'
                    ) : (
                      <StatusTag tone={STATES[row.state].tone}>{STATES[row.state].title}</StatusTag>
                    )}
                  </td>
                  {onEdit !== undefined && <EditCell row={row} onEdit={onEdit} />}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </section>
  )
}

/** What is over stays as it was. */
function EditCell({ row, onEdit }: { readonly row: Line; readonly onEdit: (asked: Asked) => void }) {
  const { edit, state, title } = row
  return (
    <td>
      {edit !== undefined && state !== 'over' && (
        <Button size="small" aria-label={`修改${title}`} onClick={() => onEdit(edit)}>
          修改
        </Button>
      )}
    </td>
  )
}
