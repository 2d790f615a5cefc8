import { QueryClientProvider } from '@tanstack/react-query'
import { createQueryClient } from '@xingtan/ui/create-query-client'
import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { useState } from 'react'
import { RouterProvider } from 'react-router/dom'
import { cspNonce } from './csp-nonce.ts'
import { createOfficeRouter } from './router.tsx'
import { watchPresence } from './session/presence.ts'
import { watchSession } from './session/watch-session.ts'
import { officeTheme } from './theme.ts'

function createCache() {
  const queryClient = createQueryClient()
  watchSession(queryClient)
  watchPresence(document)
  return queryClient
}

/** The back office: one cache, one router, the component theme made of the shared tokens. */
export function OfficeApp() {
  const [queryClient] = useState(createCache)
  const [router] = useState(createOfficeRouter)
  const [nonce] = useState(() => cspNonce(document))
  return (
    <QueryClientProvider client={queryClient}>
      <ConfigProvider
        locale={zhCN}
        theme={officeTheme}
        button={{ autoInsertSpace: false }}
        {...(nonce === undefined ? {} : { csp: { nonce } })}
      >
        <RouterProvider router={router} />
      </ConfigProvider>
    </QueryClientProvider>
  )
}
