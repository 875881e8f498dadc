import { useEffect, useState } from 'preact/hooks'
import {
  parseProgrammeAnswer,
  type ProgrammeAnswer,
} from '../../../app/dual-stacking/programme/programme-answer.ts'
import type {
  ProgrammeTarget,
  ReadProgramme,
} from '../../../app/dual-stacking/programme/programme-target.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Button } from '../../parts/button.tsx'
import { Callout } from '../../parts/callout.tsx'
import { Card } from '../../parts/card.tsx'
import { ProgrammeFacts } from './programme-facts.tsx'

interface ProgrammeCardProps {
  target: ProgrammeTarget
  read: ReadProgramme
  now: number
}

/** The card of a programme, read when it is first seen. */
export function ProgrammeCard({ target, read, now }: ProgrammeCardProps) {
  const { t } = useWords()
  const [answer, setAnswer] = useState<ProgrammeAnswer | null>(null)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let wanted = true
    setAnswer(null)
    read(target)
      .then(parseProgrammeAnswer)
      .catch((): ProgrammeAnswer => ({ ok: false, problem: 'offline' }))
      .then((next) => wanted && setAnswer(next))
    return () => void (wanted = false)
  }, [target.network, target.contract, target.apiBases.join(' '), tries])
  return (
    <Card title={t('programme.title')}>
      {answer === null && <Callout tone="wait">{t('programme.loading')}</Callout>}
      {answer?.ok === true && <ProgrammeFacts reading={answer.reading} now={now} />}
      {answer?.ok === false && (
        <Callout
          tone="bad"
          actions={<Button onClick={() => setTries(tries + 1)}>{t('programme.retry')}</Button>}
        >
          {t(`problems.${answer.problem}`)}
        </Callout>
      )}
    </Card>
  )
}
