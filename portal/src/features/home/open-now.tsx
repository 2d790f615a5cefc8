import './home.css'
import type { HomeView } from '@xingtan/contract/place'
import { QUALIFICATION_TITLES } from '@xingtan/contract/qualification'
import { Button } from '@xingtan/ui/components/button'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { Notice } from '@xingtan/ui/components/notice'
import { Panel } from '@xingtan/ui/components/panel'
import type { ReactNode } from 'react'
import { WindowStateBlock } from './window-state.tsx'

export interface OpenNowProps {
  readonly national: HomeView['national']
  readonly place: HomeView['place']
  readonly serverNow: string
  /** From the province down; empty while no place is chosen. */
  readonly placeNames: readonly string[]
  readonly chooser: ReactNode
  readonly isChoosing: boolean
  readonly onChoose: () => void
}

function PlaceWindows({
  place,
  serverNow,
}: Pick<OpenNowProps, 'serverNow'> & { place: NonNullable<HomeView['place']> }) {
  if (place.agencies.length === 0) {
    return (
      <EmptyState title={`${place.regionName}还没有公布今年的认定安排`}>
        <p className="secondary">安排公布后会显示在这里。您也可以更换地点，或查看下方公告。</p>
      </EmptyState>
    )
  }
  return (
    <div>
      {place.agencies.map(({ agencyName, types, network }) => (
        <WindowStateBlock
          key={agencyName}
          title={agencyName}
          detail={types.map((type) => QUALIFICATION_TITLES[type]).join('、')}
          window={network}
          serverNow={serverNow}
        />
      ))}
    </div>
  )
}

/** What is open for me now: the chosen place's windows, or the national one while no place is chosen. */
export function OpenNow(props: OpenNowProps) {
  const { national, place, serverNow, placeNames, chooser, isChoosing, onChoose } = props
  const isMaintenance = national.closedBy === 'maintenance'
  return (
    <Panel title="教师资格认定：现在可以办理吗">
      <div className="open-now">
        {placeNames.length > 0 && !isChoosing && (
          <p className="place-line">
            <span>
              <span className="secondary">申请地：</span>
              <span className="place-name">{placeNames.join(' ')}</span>
            </span>
            <Button kind="quiet" onClick={onChoose}>
              更换地点
            </Button>
          </p>
        )}
        {isChoosing && (
          <div>
            <p className="secondary">请选择申请地，查看当地的认定机构和网报时间。</p>
            {chooser}
          </div>
        )}
        {isMaintenance && (
          <Notice tone="warn" title="系统维护">
            <p>{national.sentence}维护期间仍可查看公告、填写草稿和查询证书。</p>
          </Notice>
        )}
        {place === null ? (
          <WindowStateBlock title="全国网上报名" window={national} serverNow={serverNow} />
        ) : (
          <PlaceWindows place={place} serverNow={serverNow} />
        )}
      </div>
    </Panel>
  )
}
