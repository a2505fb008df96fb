/** npm run build: what npm start would build. */
import { prepare } from './prepare.mjs'

try {
  await prepare({ build: true })
} catch (error) {
  console.error(error?.message ?? error)
  process.exit(1)
}
