/** Prisma's schema engine in WebAssembly: it writes migrations without a downloaded binary. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'

type Files = { path: string; content: string }[]
const noFilters = { externalTables: [], externalEnums: [] }

/** The SQL that leads from one schema to another. */
export async function schemaDifference(connectionString: string, from: Files, to: Files) {
  const engine = await openEngine(connectionString)
  const target = (files: Files) =>
    files.length > 0 ? { tag: 'schemaDatamodel' as const, files, configDir: resolve('.') } : { tag: 'empty' as const }
  const { stdout } = await engine.diff({
    from: target(from),
    to: target(to),
    script: true,
    exitCode: null,
    filters: noFilters,
  })
  return stdout ?? ''
}

/** Every .prisma file, as the engine wants them. */
export function schemaFiles(): Files {
  const models = readdirSync(resolve('prisma/models')).map((name) => `prisma/models/${name}`)
  return ['prisma/schema.prisma', ...models.sort()].map((path) => ({
    path,
    content: readFileSync(resolve(path), 'utf8'),
  }))
}

async function openEngine(connectionString: string) {
  const require = createRequire(import.meta.url)
  const binding = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const wasm = readFileSync(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(wasm, {
    './schema_engine_bg.js': binding as unknown as WebAssembly.ModuleImports,
  })
  const { __wbg_set_wasm, SchemaEngine } = binding as unknown as Binding
  __wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  const datamodels = schemaFiles().map(({ path, content }): [string, string] => [path, content])
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString }))
  return SchemaEngine.new({ datamodels }, () => {}, adapter)
}

type Engine = import('@prisma/schema-engine-wasm/schema_engine_bg').SchemaEngine
type Binding = {
  __wbg_set_wasm: (exports: WebAssembly.Exports) => void
  SchemaEngine: {
    new: (options: { datamodels: [string, string][] }, log: () => void, adapter: object) => Promise<Engine>
  }
}
