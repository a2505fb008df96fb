/** A process that uses the embedded database until it is told to end. */
import { resolve } from 'node:path'
import { startEmbedded } from '#app/db/embedded.server'

const { url, stop } = await startEmbedded(resolve(process.argv[2] ?? ''))
process.once('SIGTERM', () => void stop().then(() => process.exit(0)))
setInterval(() => {}, 1_000)
console.log(url)
