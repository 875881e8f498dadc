// The floors of the house, ground first (docs/architecture.md). A room imports only from rooms on
// floors below its own, by value and by type; rooms of one floor do not know each other.
const floors = [
  ['words', 'protocol'],
  ['chain', 'worker'],
  ['wallet'],
  ['app'],
  ['ui'],
  ['extension', 'widget'],
  ['site', 'keeper'],
]
const rooms = floors.flat()

/** Rooms that a room on this floor may not import: those above it, and its neighbours. */
const forbiddenTo = (room, floor) =>
  floors
    .slice(floor)
    .flat()
    .filter((other) => other !== room)

const importsDown = floors.flatMap((names, floor) =>
  names
    .map((room) => ({ room, forbidden: forbiddenTo(room, floor) }))
    .filter(({ forbidden }) => forbidden.length > 0)
    .map(({ room, forbidden }) => ({
      name: `${room}-imports-down`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: `^src/(${forbidden.join('|')})/` },
    })),
)

module.exports = {
  forbidden: [
    ...importsDown,
    {
      name: 'protocol-imports-nothing',
      severity: 'error',
      from: { path: '^src/protocol/' },
      to: { pathNot: '^(src/protocol|node_modules/@noble/(hashes|secp256k1))/' },
    },
    {
      name: 'what-ships-never-imports-dev',
      severity: 'error',
      from: { path: `^src/(${rooms.join('|')})/` },
      to: { path: '^src/dev/' },
    },
    {
      name: 'no-gpl-in-what-ships',
      severity: 'error',
      from: { path: `^src/(${rooms.join('|')})/` },
      to: { path: 'node_modules/@stacks/(clarinet|blockchain-api|rendezvous)' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'src-never-imports-test',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // They have packages of their own.
    exclude: { path: '^test/partners/apps/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
}
