import { getMeEndpoint, type Me } from '@xingtan/contract/account'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import type { ReactNode } from 'react'
import { Navigate, useLocation } from 'react-router'
import { paths } from '../paths.ts'
import { isLeaving } from './leaving.ts'

/** The person signed in, as the page below `RequireSession` gets them. */
export type SignedIn = Extract<Me, { signedIn: true }>

export interface RequireSessionProps {
  /** Title while it is not known yet who is here. */
  readonly title: string
  readonly children: (me: SignedIn) => ReactNode
}

/** Pages of one's own: whoever is not signed in goes to the sign-in page and comes back here afterwards. */
export function RequireSession({ title, children }: RequireSessionProps) {
  const query = useEndpoint(getMeEndpoint, {})
  const { pathname, search, hash } = useLocation()
  if (query.data?.signedIn === true) return <>{children(query.data)}</>
  // The way out leads to the start page, not to a sign-in that nobody wants.
  if (query.data?.signedIn === false && isLeaving()) return <PageTitle title={title} />
  if (query.data?.signedIn === false) return <Navigate replace to={paths.signInThen(pathname + search + hash)} />
  return (
    <>
      <PageTitle title={title} />
      <QueryState query={query}>{() => null}</QueryState>
    </>
  )
}
