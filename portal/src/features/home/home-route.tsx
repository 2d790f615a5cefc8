import { getMeEndpoint } from '@xingtan/contract/account'
import { getHomeEndpoint } from '@xingtan/contract/place'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { Skeleton } from '@xingtan/ui/components/skeleton'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { keepPreviousData } from '@tanstack/react-query'
import { useState } from 'react'
import { isComplete, PlaceChooser } from '../../place/place-chooser.tsx'
import { findRememberedPlace, type RememberedPlace, rememberPlace } from '../../place/remembered-place.ts'
import { Doors } from './doors.tsx'
import { HomePage } from './home-page.tsx'

/** Loads the start page for the remembered place. */
export function HomeRoute() {
  const [place, setPlace] = useState(findRememberedPlace)
  const [draft, setDraft] = useState<RememberedPlace>()
  const [isChoosing, setIsChoosing] = useState(place === undefined)
  const regionCode = place?.at(-1)?.code
  const me = useEndpoint(getMeEndpoint, {})
  const home = useEndpoint(getHomeEndpoint, regionCode === undefined ? {} : { regionCode }, {
    placeholderData: keepPreviousData,
  })

  const choose = (next: RememberedPlace | undefined): void => {
    setDraft(next)
    if (next === undefined || !isComplete(next)) return
    rememberPlace(next)
    setPlace(next)
    setIsChoosing(false)
  }

  const error = home.error ?? me.error
  if (home.data === undefined || me.data === undefined) {
    return (
      <div className="home">
        <PageTitle title="中国教师资格网" isHidden />
        {error === null ? (
          <Skeleton lines={8} />
        ) : (
          <ErrorState error={error} onRetry={() => void Promise.all([home.refetch(), me.refetch()])} />
        )}
        <Doors />
      </div>
    )
  }
  return (
    <HomePage
      home={home.data}
      isSignedIn={me.data.signedIn}
      serverNow={me.data.now}
      placeNames={place?.map(({ name }) => name) ?? []}
      chooser={<PlaceChooser id="place" value={draft ?? place} onChange={choose} />}
      isChoosing={isChoosing}
      onChoose={() => setIsChoosing(true)}
    />
  )
}
