// The floors of the house, ground first (docs/architecture.md): a room imports only from floors
// below it.
const floors = ['protocol', 'chain', 'worker', 'wallet', 'ui', 'extension', 'widget', 'site']
const above = {
  protocol: floors.slice(1),
  chain: ['worker', 'wallet', 'ui', 'extension', 'widget', 'site'],
  worker: ['chain', 'wallet', 'ui', 'extension', 'widget', 'site'],
  wallet: ['ui', 'extension', 'widget', 'site'],
  ui: ['extension', 'widget', 'site'],
  extension: ['widget', 'site'],
  widget: ['extension', 'site'],
  site: ['extension'],
  network: ['worker', 'wallet', 'ui', 'extension', 'widget', 'site'],
}
module.exports = {
  forbidden: [
    ...Object.entries(above).map(([room, forbidden]) => ({
      name: `${room}-imports-down`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: `^src/(${forbidden.join('|')})/` },
    })),
    {
      name: 'shipped-never-imports-network',
      severity: 'error',
      from: { path: `^src/(${floors.join('|')})/` },
      to: { path: '^src/(network|cli)/' },
    },
    {
      name: 'protocol-imports-nothing',
      severity: 'error',
      from: { path: '^src/protocol/' },
      to: { pathNot: '^src/protocol/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-gpl-in-shipped',
      severity: 'error',
      from: { path: `^src/(${floors.join('|')})/` },
      to: { path: 'node_modules/@stacks/(clarinet|blockchain-api|rendezvous)' },
    },
    {
      name: 'src-never-imports-test',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/dev/cli/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
}
