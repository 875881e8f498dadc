import type { CycleReading } from '../../chain/stacks/readings.ts'
import type { Assumption } from '../../protocol/dual-stacking/projection/assumptions.ts'
import { useWords } from '../hooks/use-words.ts'
import { FormulaSteps } from '../parts/formula-steps.tsx'
import {
  describeAssumption,
  explainBoost,
  explainPayment,
  explainRate,
  explainNextStep,
  explainTimes,
} from './explain-figures.tsx'
import type { Explanation } from './explain-projection.ts'

export type ExplainedFigure = 'boost' | 'payment' | 'rate' | 'step'

/** The assumptions that matter to each figure. */
const concerns: Record<ExplainedFigure, Assumption['code'][]> = {
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
/** Whose figure is shown in fewer digits than its formula gives. */
const rounded: ReadonlySet<ExplainedFigure> = new Set(['payment', 'step'])
const answers = {
  boost: explainBoost,
  payment: explainPayment,
  rate: explainRate,
  step: explainNextStep,
}

interface AnswerProps {
  question: ExplainedFigure
  explained: Explanation
  /** `h2` outside of a card. */
  heading?: 'h2' | 'h3'
}

/** A figure's formula with the reader's own values, and its assumptions. */
export function FigureExplanation({ question, explained, heading: Heading = 'h3' }: AnswerProps) {
  const words = useWords()
  const notes = explained.projection.assumptions
    .filter(({ code }) => concerns[question].includes(code))
    .map((assumption) => describeAssumption(words, assumption))
  return (
    <>
      <Heading>{words.t(`why.title.${question}`)}</Heading>
      <FormulaSteps
        rows={answers[question](words, explained)}
        notes={[
          ...notes.filter((text) => text !== null),
          ...(rounded.has(question) ? [words.t('why.rounded')] : []),
        ]}
      />
    </>
  )
}

/** How the times of a cycle are estimated. */
export function TimesExplanation({
  cycle,
  burnHeight,
}: {
  cycle: CycleReading
  burnHeight: number
}) {
  const words = useWords()
  return (
    <FormulaSteps
      rows={explainTimes(words, cycle, burnHeight)}
      notes={[words.t('why.times.note')]}
    />
  )
}
