import '@xingtan/ui/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { createQueryClient } from '@xingtan/ui/create-query-client'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { createPortalRouter } from './router.tsx'
import { watchSession } from './session/watch-session.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

const queryClient = createQueryClient()
watchSession(queryClient)

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={createPortalRouter()} />
    </QueryClientProvider>
  </StrictMode>,
)
