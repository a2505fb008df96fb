/** Loads a Decidim export: npm run import:decidim -- folder [--territory slug] */
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { openDatabase, readFailure } from './own-database'

// Left alone, the garbage of a long import is collected late, and memory grows to twice what is in use.
setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

const { values, positionals } = parseArgs({
  options: { territory: { type: 'string' } },
  allowPositionals: true,
})
const [folder] = positionals
if (!folder) {
  console.error('Which folder? npm run import:decidim -- folder [--territory slug]')
  process.exit(2)
}
const database = await openDatabase()
const { importDecidim } = await import('#app/domain/proposals/import-decidim/import-decidim.server')
const { written } = await import('#app/domain/proposals/import-decidim/import-report')
try {
  const options = values.territory === undefined ? {} : { territory: values.territory }
  for (const report of await importDecidim(folder, { ...options, progress: bar() })) console.log(written(report))
} catch (error) {
  process.exitCode = readFailure(error)
}
await database.close()
process.exit()

/** On a terminal a bar that grows; elsewhere a line every tenth. */
function bar() {
  let last = ''
  let steps = 0
  return (file: string, share: number) => {
    if (++steps % 8 === 0) collect()
    const tenths = Math.floor(share * 10)
    const line = `${file} ${'█'.repeat(tenths)}${'░'.repeat(10 - tenths)} ${Math.round(share * 100)} %`
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}${share === 1 ? '\n' : ''}`)
    else if (`${file}${tenths}` !== last) process.stderr.write(`${line}\n`)
    last = `${file}${tenths}`
  }
}
