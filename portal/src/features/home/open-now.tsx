import './home.css'
import type { HomeView } from '@xingtan/contract/place'
import { QUALIFICATION_TITLES } from '@xingtan/contract/qualification'
import { Button } from '@xingtan/ui/components/button'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { Notice } from '@xingtan/ui/components/notice'
import { Panel } from '@xingtan/ui/components/panel'
import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { paths } from '../../paths.ts'
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

type PlaceLineProps = Pick<OpenNowProps, 'placeNames' | 'chooser' | 'isChoosing' | 'onChoose'>

interface PlaceWindowsProps extends Pick<OpenNowProps, 'serverNow'> {
  readonly place: NonNullable<HomeView['place']>
  readonly saidAbove: string | undefined
}

function PlaceWindows({ place, serverNow, saidAbove }: PlaceWindowsProps) {
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
          saidAbove={saidAbove}
        />
      ))}
    </div>
  )
}

/** The chosen place, or the selects to choose one. Focus follows the swap, because what had it is gone. */
function PlaceLine({ placeNames, chooser, isChoosing, onChoose }: PlaceLineProps) {
  const box = useRef<HTMLDivElement>(null)
  const shown = useRef(isChoosing)
  useEffect(() => {
    if (shown.current === isChoosing) return
    shown.current = isChoosing
    box.current?.querySelector<HTMLElement>('select, button')?.focus()
  }, [isChoosing])
  return (
    <div ref={box}>
      {isChoosing ? (
        <div className="stack">
          <p className="secondary">请选择申请地，查看当地的认定机构和网报时间。</p>
          {chooser}
        </div>
      ) : (
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
    </div>
  )
}

/** What is open for me now: the chosen place's windows, or the national one while no place is chosen. */
export function OpenNow(props: OpenNowProps) {
  const { national, place, serverNow, placeNames, chooser, isChoosing, onChoose } = props
  const isMaintenance = national.closedBy === 'maintenance'
  const saidAbove = isMaintenance ? national.sentence : undefined
  const isAnyOpen = place === null ? national.open : place.agencies.some(({ network }) => network.open)
  return (
    <Panel title="教师资格认定：现在可以办理吗">
      <div className="open-now">
        <PlaceLine placeNames={placeNames} chooser={chooser} isChoosing={isChoosing} onChoose={onChoose} />
        {isMaintenance && (
          <Notice tone="warn" title="系统维护">
            <p>{national.sentence}</p>
          </Notice>
        )}
        {place === null ? (
          <WindowStateBlock title="全国网上报名" window={national} serverNow={serverNow} saidAbove={saidAbove} />
        ) : (
          <PlaceWindows place={place} serverNow={serverNow} saidAbove={saidAbove} />
        )}
        <p>
          <Link to={paths.calendar}>查看各地认定日程</Link>
        </p>
        {!isAnyOpen && (
          <p className="hint">未开放期间，仍可查看公告、填写报名草稿和查询证书，只是不能提交和现场确认。</p>
        )}
      </div>
    </Panel>
  )
}
