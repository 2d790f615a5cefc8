import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Where the public face listens while pages are being developed. */
const PUBLIC_FACE = 'http://portal.localhost:8080'

/**
 * The schemas may not compile code from text: the content security policy forbids it, and even the probe for it would
 * be reported. The word must stand before the first schema is made, hence at the head of the chunk that holds them.
 */
const NO_EVAL = '(globalThis.__zod_globalConfig??={}).jitless=true;'

export default defineConfig({
  plugins: [react()],
  server: { port: 5173, strictPort: true, proxy: { '/api': { target: PUBLIC_FACE, changeOrigin: false } } },
  build: {
    outDir: 'dist',
    // Maps would hand out the comments of the source; names and lines of errors stay readable without them.
    sourcemap: false,
    // Nothing of ours is inlined as a data: address: hashed files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        intro: (chunk) => (chunk.moduleIds.some((id) => id.includes('/zod/')) ? NO_EVAL : ''),
      },
    },
  },
})
