import './account.css'
import { getMeEndpoint } from '@xingtan/contract/account'
import { getCentreEndpoint } from '@xingtan/contract/evidence'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useSearchParams } from 'react-router'
import { paths } from '../../paths.ts'
import { RequireSession, type SignedIn } from '../../session/require-session.tsx'
import { safeNext } from '../../session/safe-next.ts'
import { usePolling } from '../../session/use-polling.ts'
import { RealNameForm } from './real-name-form.tsx'
import { RealNameProven, RealNameTaken, RealNameWaiting } from './real-name-result.tsx'

const TITLE = '实名核验'

function RealNameState({ me, next }: { readonly me: SignedIn; readonly next: string }) {
  const polling = usePolling(me.realName === 'waiting')
  useEndpoint(getMeEndpoint, {}, { refetchInterval: polling.interval })
  const centre = useEndpoint(getCentreEndpoint, {}, { enabled: me.realName !== 'proven' })
  if (me.realName === 'proven') return <RealNameProven me={me} next={next} />
  if (me.realName === 'waiting') return <RealNameWaiting me={me} next={next} isSlow={polling.isSlow} />
  if (me.realName === 'taken') return <RealNameTaken />
  const { realName } = me
  return (
    <QueryState query={centre}>
      {({ identity }) => <RealNameForm key={identity.name} identity={identity} state={realName} />}
    </QueryState>
  )
}

/** 实名核验: waiting, proven, or what to do about the answer of the public-security source (ACC-2). */
export function RealNameRoute() {
  const [search] = useSearchParams()
  const next = safeNext(search.get('next'), paths.business)
  return (
    <RequireSession title={TITLE}>
      {(me) => (
        <div className="text-column">
          <PageTitle title={TITLE} />
          <RealNameState me={me} next={next} />
        </div>
      )}
    </RequireSession>
  )
}
