const server = '\\.server\\.tsx?$'
const test = '\\.test\\.tsx?$'

/** Who may import whom: the table of docs/architecture.md as rules. */
module.exports = {
  forbidden: [
    {
      name: 'pure-stays-pure',
      severity: 'error',
      from: { path: '^app/domain/', pathNot: [server, test] },
      to: { path: [server, '^app/(?!domain/)', 'node_modules/(?!zod/|@noble/)'] },
    },
    {
      name: 'domain-knows-no-edge',
      severity: 'error',
      from: { path: '^app/domain/', pathNot: test },
      to: { path: ['^app/(web|routes|components|live|jobs)/', 'node_modules/(@remix-run|react|socket\\.io)'] },
    },
    {
      name: 'only-domain-opens-the-db',
      severity: 'error',
      from: { path: '^app/(?!domain/|db/|jobs/|mail/|storage/)', pathNot: test },
      to: { path: ['^app/db/', 'node_modules/(@prisma|\\.prisma)'] },
    },
    {
      name: 'components-know-no-server',
      severity: 'error',
      from: { path: '^app/(components|editor|i18n)/', pathNot: [server, test] },
      to: { path: [server, '^app/routes/'] },
    },
    {
      name: 'nothing-imports-a-route',
      severity: 'error',
      from: { path: '^app/(?!routes)', pathNot: test },
      to: { path: '^app/routes/' },
    },
    {
      name: 'routes-leave-live-and-jobs-alone',
      severity: 'error',
      from: { path: '^app/routes/' },
      to: { path: '^app/(live|jobs)/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^app/db/generated/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
}
