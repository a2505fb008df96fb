/** npm start: prepares what is missing, then serves. Plain JavaScript, because nothing may be installed yet. */
import { prepare } from './prepare.mjs'

const development = process.argv.includes('--dev')
process.env.NODE_ENV ??= development ? 'development' : 'production'
// A fresh clone shows the demonstration; a real installation sets its own DATABASE_URL.
if (!process.env.DATABASE_URL) process.env.DEMO ??= '1'

try {
  await prepare({ build: !development })
  const { register } = await import('tsx/esm/api')
  register()
  const { start } = await import('./serve.ts')
  await start({ development })
} catch (error) {
  console.error(error?.message ?? error)
  process.exit(1)
}
