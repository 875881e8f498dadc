import type { CycleReading } from '../../chain/stacks/readings.ts'
import type { Assumption } from '../../protocol/dual-stacking/projection/assumptions.ts'
import { useWords } from '../../words/words.ts'
import { Reason } from '../parts/reason.tsx'
import type { Explained } from './explained.ts'
import {
  assumptionText,
  boostReason,
  paymentReason,
  rateReason,
  stepReason,
  timesReason,
} from './reasons.tsx'

export type Question = 'boost' | 'payment' | 'rate' | 'step'

/** What each answer rests on. */
const concerns: Record<Question, Assumption['code'][]> = {
  boost: ['golden-ratio', 'constant-holdings', 'rules', 'estimate-by-v2-rules'],
  payment: [
    'captured-so-far',
    'constant-holdings',
    'total-weights',
    'pool-stays',
    'limited-by',
    'defi-fully-boosted',
    'rules',
    'estimate-by-v2-rules',
  ],
  rate: ['total-weights', 'pool-stays', 'limited-by', 'rules', 'estimate-by-v2-rules'],
  step: ['golden-ratio', 'total-weights', 'rules', 'estimate-by-v2-rules'],
}
const answers = { boost: boostReason, payment: paymentReason, rate: rateReason, step: stepReason }

interface AnswerProps {
  question: Question
  explained: Explained
  /** `h2` outside of a card. */
  heading?: 'h2' | 'h3'
}

/** A number's formula with the reader's own values, and what it takes for granted. */
export function Answer({ question, explained, heading: Heading = 'h3' }: AnswerProps) {
  const words = useWords()
  const notes = explained.projection.assumptions
    .filter(({ code }) => concerns[question].includes(code))
    .map((assumption) => assumptionText(words, assumption))
  return (
    <>
      <Heading>{words.t(`why.title.${question}`)}</Heading>
      <Reason
        rows={answers[question](words, explained)}
        notes={notes.filter((text) => text !== null)}
      />
    </>
  )
}

/** Where the times of a cycle come from. */
export function TimesAnswer({ cycle, burnHeight }: { cycle: CycleReading; burnHeight: number }) {
  const words = useWords()
  return <Reason rows={timesReason(words, cycle, burnHeight)} notes={[words.t('why.times.note')]} />
}
