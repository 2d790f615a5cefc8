import { getOfficerEndpoint } from '@xingtan/contract/office/session'
import { DemoBanner } from '@xingtan/ui/components/demo-banner'
import { QueryState } from '@xingtan/ui/components/query-state'
import { SkipLink } from '@xingtan/ui/components/skip-link'
import { ToastRegion } from '@xingtan/ui/components/toast-region'
import { SiteName } from '@xingtan/ui/site-name'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Navigate, Outlet, useLocation } from 'react-router'
import { OfficerContext, type SignedInOfficer } from '../session/officer-context.ts'
import { SITE_TITLE } from '../site-title.ts'
import { KeyProofGate } from './key-proof-gate.tsx'
import { useLabelledCells } from './use-labelled-cells.ts'
import { OfficeHeader } from './office-header.tsx'
import { OfficeWatermark } from './office-watermark.tsx'
import { SessionEndWarning } from './session-end-warning.tsx'

/** Frame of every page behind the sign-in; who is not signed in is led there and comes back afterwards. */
export function OfficeLayout() {
  const officer = useEndpoint(getOfficerEndpoint, {}, { staleTime: 5 * 60_000 })
  const location = useLocation()
  if (officer.data?.signedIn === false) {
    const next = location.pathname + location.search
    return <Navigate to={next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`} replace />
  }
  if (officer.data === undefined) {
    return (
      <main className="frame-alone">
        <h1 className="visually-hidden">{SITE_TITLE}</h1>
        <QueryState query={officer}>{() => null}</QueryState>
      </main>
    )
  }
  return (
    <SiteName value={SITE_TITLE}>
      <ToastRegion>
        <KeyProofGate>
          <Frame officer={officer.data} heardAt={officer.dataUpdatedAt} />
        </KeyProofGate>
      </ToastRegion>
    </SiteName>
  )
}

interface FrameProps {
  readonly officer: SignedInOfficer
  readonly heardAt: number
}

function Frame({ officer, heardAt }: FrameProps) {
  useLabelledCells()
  return (
    <OfficerContext value={officer}>
      <SkipLink />
      {officer.demo && <DemoBanner />}
      <OfficeHeader officer={officer} />
      <main id="main" tabIndex={-1} className="main">
        <Outlet />
      </main>
      <SessionEndWarning officer={officer} heardAt={heardAt} />
      <OfficeWatermark officer={officer} />
    </OfficerContext>
  )
}
