/** npm start: prepares what is missing, then serves. Plain JavaScript, because nothing may be installed yet. */
import { prepare } from './prepare.mjs'
import { settle } from './settings.mjs'

const development = process.argv.includes('--dev')
settle(process.env, { development })

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
