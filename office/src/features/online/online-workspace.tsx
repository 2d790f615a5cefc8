import { QUALIFICATION_TITLES } from '@xingtan/contract/qualification'
import { type OnlineCase, getOnlineCaseEndpoint, judgeMaterialsEndpoint } from '@xingtan/contract/office/material'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getCaseEndpoint } from '@xingtan/contract/office/case'
import { useToast } from '@xingtan/ui/use-toast'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { Page } from '../../components/page.tsx'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { ThreadPanel } from '../../components/thread-panel.tsx'
import { FilePane } from './file-pane.tsx'
import { type ItemDrafts, listUnexplained, toJudgements } from './item-draft.ts'
import { ItemList } from './item-list.tsx'
import { LaneTag } from './lane-cell.tsx'
import { OnlineBar } from './online-bar.tsx'
import { type OnlineAct, OnlineDialogs } from './online-dialogs.tsx'
import { STATE_TITLES } from './online-filters.ts'
import { RequestHistory } from './request-history.tsx'
import { TriageList } from './triage-list.tsx'
import { useOnlineCommand } from './use-online-command.ts'

type View = OutputOf<typeof getCaseEndpoint>

interface WorkspaceProps {
  readonly online: OnlineCase
  readonly view: View
}

const NOTHING: ItemDrafts = new Map()

/** Files and what to say of them, the file itself, the sources and what was asked for; one bar with what can be done. */
export function OnlineWorkspace({ online, view }: WorkspaceProps) {
  const announce = useToast()
  const client = useQueryClient()
  const [drafts, setDrafts] = useState(NOTHING)
  const [shownCode, setShownCode] = useState(() => online.items.find(({ url }) => url !== null)?.code)
  const [isChecked, setIsChecked] = useState(false)
  const [act, setAct] = useState<OnlineAct>()
  const isEditable = online.state !== null && view.row.status === 'awaiting-confirmation'
  const judge = useOnlineCommand(judgeMaterialsEndpoint)
  /** Saves what was said and then goes on with the act; a rejection without a reason stops it. */
  const saveAnd = (next: OnlineAct | undefined) => {
    setIsChecked(true)
    const unexplained = listUnexplained(online.items, drafts)
    if (unexplained.length > 0) return announce(`请先选择需更换的原因：${unexplained.join('、')}。`)
    if (drafts.size === 0) return setAct(next)
    return judge.mutate(
      { input: { applicationId: online.applicationId, version: online.version, judgements: toJudgements(drafts) } },
      {
        onSuccess: async () => {
          // The next act names the version that these judgements have made.
          await client.refetchQueries({ queryKey: [getOnlineCaseEndpoint.name] })
          setDrafts(NOTHING)
          setIsChecked(false)
          if (next === undefined) announce('审核意见已保存，申请人会在您发出补正通知或确认通过后看到。')
          else setAct(next)
        },
      },
    )
  }
  const { row } = view
  return (
    <Page
      title={`网上审核：${row.name}`}
      className="online-case"
      lead={
        <>
          报名号 {row.registrationNumber}，{row.maskedDocumentNumber}，{QUALIFICATION_TITLES[row.qualificationType]}（
          {row.subjectName}）。<Link to={`/cases/${row.applicationId}`}>查看全部信息</Link>
        </>
      }
      aside={
        <span className="online-aside">
          <LaneTag lane={online.lane} />
          <span className="quiet">{online.state === null ? '没有在网上提交材料' : STATE_TITLES[online.state]}</span>
        </span>
      }
    >
      <div className="online-panes">
        <ScrollRegion className="online-pane" labelledBy="online-items">
          <h2 id="online-items">材料审核</h2>
          <ItemList
            online={online}
            drafts={drafts}
            onDrafts={setDrafts}
            shownCode={shownCode}
            onShow={setShownCode}
            isEditable={isEditable}
            isChecked={isChecked}
          />
        </ScrollRegion>
        <FilePane online={online} view={view} shownCode={shownCode} />
        <ScrollRegion className="online-pane" labelledBy="online-sources">
          <h2 id="online-sources">数据来源结果</h2>
          <TriageList lines={online.lines} />
          <h2>补正记录</h2>
          <RequestHistory requests={online.requests} />
          <ThreadPanel applicationId={online.applicationId} />
        </ScrollRegion>
      </div>
      <OnlineBar
        online={online}
        drafts={drafts}
        isEditable={isEditable}
        isSaving={judge.isPending}
        problem={judge.error}
        onAct={saveAnd}
      />
      <OnlineDialogs act={act} online={online} view={view} onClose={() => setAct(undefined)} />
    </Page>
  )
}
