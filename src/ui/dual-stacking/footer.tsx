import { enrolBlockers, type Blocker, writeBlockers } from '../../app/dual-stacking/blockers.ts'
import {
  enrollmentOf,
  isEnrolledNextCycle,
  isEnrollmentUnreadable,
} from '../../app/dual-stacking/enrollment.ts'
import { takesNewcomers } from '../../app/dual-stacking/life-of.ts'
import type { FollowedAccount } from '../../app/followed-account.ts'
import { outsideLinks } from '../../app/outside-links.ts'
import type { ProgrammeLife } from '../../chain/stacks/programme-life.ts'
import type { AccountReading, NetworkReading } from '../../chain/stacks/readings.ts'
import type { IntentAction } from '../../wallet/stacks/stacks-intent.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'
import { ExternalLink } from '../parts/external-link.tsx'

export type AccountForm = 'enroll' | 'change' | 'opt-out'

interface FooterProps {
  account: FollowedAccount
  network: NetworkReading | null
  reading: AccountReading | null
  /** The address is being read for the first time. */
  first?: boolean
  onForm: (form: AccountForm) => void
  onConnect: () => void
  onRefresh: () => void
  busy: boolean
  /** Actions under way: starting one of them again would send it twice. */
  pending: readonly IntentAction[]
  /** Of a programme that has ended the way out is all that is left. */
  life?: ProgrammeLife
  /** Whether sBTC of this network can be bought or bridged. */
  isMainnet: boolean
  embedded?: boolean
}

const isFinal = ({ final }: Blocker) => final

/** What an enrollment lacks that the holder can do something about. */
const isTooLittle = ({ code }: Blocker) => code === 'below-minimum' || code === 'minimum-not-met'

/** The main action, and next to it the way out; what cannot succeed is not offered. */
export function Footer({
  account,
  network,
  reading,
  first = false,
  onForm,
  onConnect,
  onRefresh,
  busy,
  pending,
  life = 'running',
  isMainnet,
  embedded,
}: FooterProps) {
  const { t, f } = useWords()
  const Frame = embedded ? 'div' : 'footer'
  if (account.kind === 'watch')
    return (
      <Frame class="foot">
        <p class="muted">{t('footer.watching')}</p>
        <Button disabled={busy} onClick={onConnect}>
          {t('connect.wallet')}
        </Button>
      </Frame>
    )
  if (first) return null
  const enrollment = enrollmentOf(reading)
  const enrolled = isEnrolledNextCycle(enrollment)
  const untold = isEnrollmentUnreadable(reading)
  const isOpen = takesNewcomers(life)
  const lacks = enrolBlockers(network, reading).filter(isFinal)
  const isShort = lacks.length > 0 && lacks.every(isTooLittle)
  const canAsk = isOpen && (enrolled === false || untold)
  const canEnroll = canAsk && (lacks.length === 0 || isShort)
  const isUnknown = enrolled === null && !untold
  // The card of an enrollment has its own way out; whoever may be in a programme that closes, or
  // that does not tell, always has one.
  const isHidden = life === 'ended' ? enrolled === true : untold || (isUnknown && !isOpen)
  const mayLeave = isHidden && writeBlockers(network, 'opt-out').length === 0
  if (!canEnroll && !mayLeave && !isUnknown) return null
  return (
    <Frame class="foot">
      {canEnroll && isShort && (
        <p class="muted">
          {network?.minimumSats.known
            ? t('footer.minimum', { minimum: f.sats(network.minimumSats.value) })
            : t('footer.tooLittle')}{' '}
          {isMainnet && (
            <ExternalLink href={outsideLinks.getSbtc}>{t('link.getSbtc')}</ExternalLink>
          )}
        </p>
      )}
      {canEnroll && (
        <Button
          id="enroll"
          kind="primary"
          disabled={isShort || pending.includes('enroll')}
          onClick={() => onForm('enroll')}
        >
          {t(enrollment === 'leaving' ? 'action.enroll.again' : 'action.enroll')}
        </Button>
      )}
      {isUnknown && life !== 'ended' && (
        <Button kind="primary" disabled={busy} onClick={onRefresh}>
          {t('action.checkAgain')}
        </Button>
      )}
      {mayLeave && (
        <Button
          id="opt-out"
          disabled={pending.includes('opt-out')}
          onClick={() => onForm('opt-out')}
        >
          {t('action.opt-out')}
        </Button>
      )}
    </Frame>
  )
}
