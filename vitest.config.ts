import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const alias = {
  '#app': fileURLToPath(new URL('./app', import.meta.url)),
  '#tests': fileURLToPath(new URL('./tests', import.meta.url)),
  '#prisma': fileURLToPath(new URL('./prisma', import.meta.url)),
}

const ours = ['app/**', 'bin/**', 'prisma/**', 'tests/**']
const named = (ending: string) => ours.map((folder) => `${folder}/*${ending}`)

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'rules',
          include: named('.test.{ts,tsx}'),
          exclude: [...named('.server.test.{ts,tsx}'), 'tests/journeys/**', 'tests/security/**', 'node_modules/**'],
          globalSetup: ['tests/world/own-folder.ts'],
          testTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'commands',
          include: named('.server.test.{ts,tsx}'),
          exclude: ['tests/journeys/**', 'tests/security/**'],
          globalSetup: ['tests/world/own-folder.ts', 'tests/world/database-setup.ts'],
          testTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts', 'tests/security/**/*.test.ts'],
          globalSetup: ['tests/world/own-folder.ts', 'tests/world/server-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // What a page or a job does a moment later is waited for, also on a busy machine
          expect: { poll: { timeout: 20_000 } },
          maxWorkers: 2,
        },
      },
    ],
  },
})
