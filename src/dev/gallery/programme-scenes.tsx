import type { ComponentChildren } from 'preact'
import type { ProgrammeAnswer } from '../../app/dual-stacking/programme/programme-answer.ts'
import { ProgrammeCard } from '../../ui/dual-stacking/programme/programme-card.tsx'
import { ProgrammeOffer } from '../../ui/dual-stacking/programme/programme-offer.tsx'
import { NOW } from './fixtures.ts'
import { unknownProgramme, verifiedProgramme } from './programme-fixtures.ts'

const target = { network: 'mainnet', contract: verifiedProgramme.contract, apiBases: [] } as const
/** A card has no heading of its own for the page. */
const alone = (children: ComponentChildren) => (
  <div class="app">
    <main class="main">
      <h1 class="sr">Twinstack</h1>
      {children}
    </main>
  </div>
)
const card = (answer: Promise<ProgrammeAnswer>) =>
  alone(<ProgrammeCard target={target} read={() => answer} now={NOW} />)
const tabUrl = Promise.resolve(
  `https://site.example/add.html#network=mainnet&contract=${verifiedProgramme.contract}`,
)

/** What a holder is told of a programme of anyone's own. */
export const programmeScenes: Record<string, () => ComponentChildren> = {
  'programme-verified': () => card(Promise.resolve({ ok: true, reading: verifiedProgramme })),
  'programme-unknown': () => card(Promise.resolve({ ok: true, reading: unknownProgramme })),
  'programme-missing': () => card(Promise.resolve({ ok: false, problem: 'contract-missing' })),
  'programme-loading': () => card(new Promise(() => undefined)),
  'programme-offer': () =>
    alone(
      <ProgrammeOffer
        tabUrl={tabUrl}
        custom={{
          rows: [],
          onAdd: async () => ({ ok: true }),
          read: async () => ({ ok: true, reading: verifiedProgramme }),
        }}
        now={NOW}
      />,
    ),
}
