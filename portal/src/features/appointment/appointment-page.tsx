import './appointment.css'
import { type AppointmentOffer, getAppointmentOfferEndpoint, getTicketEndpoint } from '@xingtan/contract/appointment'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { Notice } from '@xingtan/ui/components/notice'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link, useParams } from 'react-router'
import { paths } from '../../paths.ts'
import { RequireSession, type SignedIn } from '../../session/require-session.tsx'
import { BookingPanel } from './booking-panel.tsx'
import { DrawPanel } from './draw-panel.tsx'
import { SlotChooser } from './slot-chooser.tsx'
import { TicketPanel } from './ticket-panel.tsx'

const TITLE = '现场确认预约'

function Offer({ offer, now }: { readonly offer: AppointmentOffer; readonly now: string }) {
  const { applicationId, booking, refusal, days, request } = offer
  const { ticket } = useEndpoint(getTicketEndpoint, { applicationId }).data ?? { ticket: null }
  // Who stands in the line with today's number has come: no other time is offered.
  const isHere = ticket?.state === 'waiting' || ticket?.state === 'called'
  const isChoosing = refusal === null && request === null && !isHere
  return (
    <>
      <PageTitle title={TITLE} lead={`${offer.pointName}，${offer.pointAddress}`} />
      <div className="appointment">
        <TicketPanel applicationId={applicationId} />
        {booking !== null && <BookingPanel offer={offer} booking={booking} now={now} />}
        <DrawPanel offer={offer} />
        {refusal !== null && (
          <Notice tone="info" title="目前不能预约">
            {refusal}
          </Notice>
        )}
        {isChoosing && days.length > 0 && <SlotChooser key={booking?.appointmentId ?? ''} offer={offer} />}
        {isChoosing && days.length === 0 && (
          <EmptyState title="目前没有可以预约的时段">
            <p>确认点放出新的时段后会显示在这里，您也可以在确认时间内直接到场取号。开放时间：{offer.hours}。</p>
          </EmptyState>
        )}
        <p className="no-print">
          <Link to={paths.application(applicationId)}>返回报名信息</Link>
        </p>
      </div>
    </>
  )
}

function LoadedOffer({ applicationId, me }: { readonly applicationId: string; readonly me: SignedIn }) {
  const query = useEndpoint(getAppointmentOfferEndpoint, { applicationId })
  if (query.data !== undefined) return <Offer offer={query.data} now={me.now} />
  return (
    <>
      <PageTitle title={TITLE} />
      <QueryState query={query} skeletonLines={8}>
        {() => null}
      </QueryState>
    </>
  )
}

/** 网上预约: the booking there is, the times that are free, the draw and today's number (CNF-1). */
export function AppointmentPage() {
  const { applicationId = '' } = useParams()
  return <RequireSession title={TITLE}>{(me) => <LoadedOffer applicationId={applicationId} me={me} />}</RequireSession>
}
