import {
  judgeProgramme,
  type ProgrammeVerdict,
} from '../../../app/dual-stacking/programme/programme-verdict.ts'
import type { ProgrammeProfile } from '../../../chain/stacks/programme/programme-profile.ts'
import type { Words } from '../../../words/create-words.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Callout } from '../../parts/callout.tsx'
import { FullAddress } from '../../parts/full-address.tsx'
import { listProgrammeFacts } from './list-programme-facts.tsx'

const tones = {
  verified: 'good',
  earlier: 'info',
  'foreign-part': 'bad',
  unknown: 'bad',
  unread: 'info',
} as const

/** What a programme runs, and what a holder should know of it before enrolling. */
export function ProgrammeFacts({ reading, now }: { reading: ProgrammeProfile; now: number }) {
  const words = useWords()
  const { t } = words
  const verdict = judgeProgramme(reading.code)
  return (
    <>
      <Callout tone={tones[verdict.kind]} title={verdictText(words, verdict)}>
        {'exact' in verdict && !verdict.exact && t('programme.layout')}
      </Callout>
      <dl class="facts outlook">
        <div>
          <dt>{t('programme.contract')}</dt>
          <dd>
            <FullAddress address={reading.contract} copy />
          </dd>
        </div>
        {listProgrammeFacts(words, reading, now).map(({ key, value }) => (
          <div key={key}>
            <dt>{t(`programme.${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="legend">{t('programme.host', { host: reading.host })}</p>
    </>
  )
}

function verdictText({ t }: Words, verdict: ProgrammeVerdict): string {
  switch (verdict.kind) {
    case 'unknown':
    case 'unread':
      return t(`programme.${verdict.kind}`)
    case 'earlier':
      return t('programme.earlier', { version: verdict.version, newest: verdict.newest })
    default:
      return t(`programme.${verdict.kind}`, { version: verdict.version })
  }
}
