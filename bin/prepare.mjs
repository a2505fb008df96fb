/** Installs, generates and builds, each only when its sources changed. Node's own modules only. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'

const [major, minor] = process.versions.node.split('.').map(Number)

export async function prepare({ build }) {
  if (major < 20 || (major === 20 && minor < 19))
    throw new Error(`Agorà needs Node 20.19 or later; this is ${process.versions.node}.`)
  if (!existsSync('package-lock.json'))
    throw new Error('Run this in the folder of the project: package-lock.json is not here.')
  once(
    'installed',
    ['package-lock.json'],
    'node_modules/.package-lock.json',
    'Installing packages (about a minute)',
    // The same packages whatever NODE_ENV says: start, dev and test share one folder.
    () => run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']),
  )
  once(
    'generated',
    ['prisma/schema.prisma', 'prisma/models', 'prisma.config.ts'],
    'app/db/generated/client.ts',
    'Generating the database client',
    () => run('npm', ['run', '-s', 'generate']),
  )
  if (build)
    once(
      'built',
      [
        'app',
        'public',
        'vite.config.ts',
        'remix.config.js',
        'package-lock.json',
        'bin/prepare.mjs',
        'bin/serve.ts',
        'bin/first-data.ts',
        'bin/seed.ts',
        'bin/settings.mjs',
        'prisma/seed',
        'server.js',
      ],
      'build/serve.js',
      'Building',
      () => {
        // Whoever asks for it, a test too: with another name the parts made for developers would be sent to everybody
        run('npx', ['remix', 'vite:build', '--logLevel', 'error'], { NODE_ENV: 'production' })
        compress('build/client/assets')
        bundle('bin/serve.ts', 'build/serve.js')
        bundle('bin/seed.ts', 'build/seed.js')
        bundle('app/apart/thread.ts', 'build/apart.js')
      },
    )
  // After the building above, which begins by emptying the folder
  once(
    'booth',
    ['app/booth', 'app/domain/voting/belenios', 'app/i18n/languages.ts', 'package-lock.json', 'bin/build-booth.mjs'],
    'build/booth/scripts.json',
    'Building the ballot page',
    () => run('node', ['bin/build-booth.mjs']),
  )
}

/** One file for Node, packages left where they are. */
function bundle(source, product) {
  const kind = ['--bundle', '--platform=node', '--format=esm', '--packages=external', '--external:*/server.js']
  run('npx', ['esbuild', source, ...kind, '--log-level=error', `--outfile=${product}`])
}

function once(name, sources, product, sentence, work) {
  const mark = join('node_modules', '.agora', name)
  const now = fingerprint(sources)
  if (existsSync(product) && existsSync(mark) && readFileSync(mark, 'utf8') === now) return
  console.log(`${sentence}…`)
  work()
  mkdirSync(join('node_modules', '.agora'), { recursive: true })
  writeFileSync(mark, now)
}

/** Names, sizes and times of every source: quick, and right when a file changes. */
function fingerprint(sources) {
  const hash = createHash('sha256')
  const visit = (path) => {
    if (/generated|\.test\.tsx?$/.test(path)) return
    const facts = statSync(path)
    if (facts.isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name))
    else hash.update(`${path} ${facts.size} ${facts.mtimeMs}\n`)
  }
  for (const source of sources) visit(source)
  return hash.digest('hex')
}

/** Each script and stylesheet once more, as small as Brotli makes it: phones pay for every byte, the server for none. */
function compress(folder) {
  for (const name of readdirSync(folder)) {
    if (!/\.(js|css|svg)$/.test(name)) continue
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(readFileSync(join(folder, name))))
  }
}

function run(command, args, environment = {}) {
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`“${command} ${args.join(' ')}” failed; the lines above say why.`)
}
