/** Builds the scripts of the two pages that hold secrets, each in one file, and writes down what they must hash to. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'

const folder = 'build/booth'
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

/** Zod's sentences in fifty languages, which nobody here reads. */
const withoutLocales = {
  name: 'without-locales',
  setup({ onLoad }) {
    onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, ({ path }) => ({
      contents: "export { default as en } from './en.js'",
      resolveDir: dirname(path),
    }))
  },
}

const { metafile } = await build({
  entryPoints: ['app/booth/ballot.ts', 'app/booth/trustee.ts'],
  outdir: folder,
  entryNames: '[name]-[hash]',
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2020',
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
  plugins: [withoutLocales],
  logLevel: 'error',
})

const scripts = {}
for (const [path, { entryPoint }] of Object.entries(metafile.outputs)) {
  const content = readFileSync(path)
  const digest = createHash('sha256').update(content)
  const sha256 = digest.copy().digest('hex')
  scripts[basename(entryPoint, '.ts')] = {
    file: basename(path),
    bytes: content.length,
    sha256,
    integrity: `sha256-${digest.digest('base64')}`,
  }
  writeFileSync(`${path}.br`, brotliCompressSync(content))
}
writeFileSync(join(folder, 'scripts.json'), `${JSON.stringify(scripts, null, 2)}\n`)
