import { createContext } from 'react'

/** Name of the site, the second half of every page title. Filled once by the site's shell. */
export const SiteName = createContext('')
