import { getMeEndpoint } from '@xingtan/contract/account'
import { useEndpoint } from '@xingtan/ui/use-endpoint'

/** Who is here. `person` is undefined while nobody is signed in or it is not known yet. */
export function useMe() {
  const query = useEndpoint(getMeEndpoint, {})
  return { query, person: query.data?.signedIn === true ? query.data : undefined }
}
