import '@xingtan/ui/base.css'
import { SiteLayout } from '@xingtan/ui/components/site-layout'
import { SiteName } from '@xingtan/ui/site-name'
import { createRoot } from 'react-dom/client'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { Gallery } from './gallery.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('gallery.html has no #root')

const router = createMemoryRouter([
  {
    path: '*',
    element: (
      <SiteName value="组件样张">
        <SiteLayout isDemo header={<header />}>
          <Gallery />
        </SiteLayout>
      </SiteName>
    ),
  },
])

createRoot(root).render(<RouterProvider router={router} />)
