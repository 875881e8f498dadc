import { type Enrollment, isEnrolledNextCycle } from '../../app/dual-stacking/enrollment.ts'
import { takesNewcomers } from '../../app/dual-stacking/life-of.ts'
import type { FollowedAccount } from '../../app/followed-account.ts'
import type { ProgrammeLife } from '../../chain/stacks/programme-life.ts'
import type { IntentAction } from '../../wallet/stacks/stacks-intent.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'

export type AccountForm = 'enroll' | 'change' | 'opt-out'

interface FooterProps {
  account: FollowedAccount
  enrollment: Enrollment
  /** This contract cannot say whether the address is enrolled, however often it is called. */
  untold?: boolean
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
  embedded?: boolean
}

/** The main action, and next to it the way out. */
export function Footer({
  account,
  enrollment,
  untold = false,
  first = false,
  onForm,
  onConnect,
  onRefresh,
  busy,
  pending,
  life = 'running',
  embedded,
}: FooterProps) {
  const { t } = useWords()
  const Frame = embedded ? 'div' : 'footer'
  if (account.kind === 'watch') {
    return (
      <Frame class="foot">
        <p class="muted">{t('footer.watching')}</p>
        <Button disabled={busy} onClick={onConnect}>
          {t('connect.wallet')}
        </Button>
      </Frame>
    )
  }
  if (first)
    return (
      <Frame class="foot">
        <Button kind="primary" disabled>
          {t('age.refreshing')}
        </Button>
      </Frame>
    )
  const enrolled = isEnrolledNextCycle(enrollment)
  const isOpen = takesNewcomers(life)
  if (life === 'ended' || (!isOpen && enrolled === false))
    return enrolled !== false ? (
      <Frame class="foot">
        <Button
          id="opt-out"
          disabled={pending.includes('opt-out')}
          onClick={() => onForm('opt-out')}
        >
          {t('action.opt-out')}
        </Button>
      </Frame>
    ) : null
  return (
    <Frame class="foot">
      {enrolled === true && (
        <Button
          id="change"
          kind="primary"
          disabled={pending.includes('change-reward-address') || pending.includes('opt-out')}
          onClick={() => onForm('change')}
        >
          {t('action.change-reward-address')}
        </Button>
      )}
      {isOpen && (enrolled === false || (enrolled === null && untold)) && (
        <Button
          id="enroll"
          kind="primary"
          disabled={pending.includes('enroll')}
          onClick={() => onForm('enroll')}
        >
          {t('action.enroll')}
        </Button>
      )}
      {enrolled === null && !untold && (
        <Button kind="primary" disabled={busy} onClick={onRefresh}>
          {t('action.checkAgain')}
        </Button>
      )}
      {enrolled !== false && (
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
