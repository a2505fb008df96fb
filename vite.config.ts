import { fileURLToPath } from 'node:url'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import settings from './remix.config.js'

export default defineConfig({
  plugins: [remix(settings as Parameters<typeof remix>[0])],
  resolve: { alias: { '#app': fileURLToPath(new URL('./app', import.meta.url)) } },
  // Runs on the server alone; prepared for the browser it would not resolve
  optimizeDeps: { exclude: ['@node-rs/argon2'] },
  build: { target: 'es2020', assetsInlineLimit: 0, chunkSizeWarningLimit: 900 },
  server: { watch: { ignored: ['**/.data/**', '**/tests/**', '**/docs/**', '**/*.test.ts', '**/*.test.tsx'] } },
})
