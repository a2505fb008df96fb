import { defineConfig } from 'prisma/config'

export default defineConfig({
  schema: 'prisma',
  migrations: { path: 'prisma/migrations', seed: 'tsx bin/seed.ts' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost/agora' },
})
