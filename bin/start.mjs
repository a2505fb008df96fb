/** npm start: prepares what is missing, then serves. Plain JavaScript, because nothing may be installed yet. */
import { prepare } from './prepare.mjs'

const development = process.argv.includes('--dev')
process.env.NODE_ENV ??= development ? 'development' : 'production'
// A fresh clone shows the demonstration; a real installation sets its own DATABASE_URL.
if (!process.env.DATABASE_URL) process.env.DEMO ??= '1'

try {
  await prepare({ build: !development })
  const { start } = development ? await fromSource() : await import('../build/serve.js')
  await start({ development })
} catch (error) {
  console.error(error?.message ?? error)
  process.exit(1)
}

/** While developing, commands run from their TypeScript; otherwise from what was built, which starts sooner and takes less memory. */
async function fromSource() {
  const { register } = await import('tsx/esm/api')
  register()
  return import('./serve.ts')
}
