/** A process that uses the embedded database in DATA_FOLDER until it is told to end. */
import { startEmbedded } from '#app/db/embedded.server'
import { dataFolder } from '../../bin/data-folder'

const { url, stop } = await startEmbedded(dataFolder())
process.once('SIGTERM', () => void stop().then(() => process.exit(0)))
setInterval(() => {}, 1_000)
console.log(url)
