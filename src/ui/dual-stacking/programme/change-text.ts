import type { AdminChange, ChangeValue } from '../../../chain/stacks/programme/programme-profile.ts'
import type { Words } from '../../../words/create-words.ts'
import { shortAddress } from '../../../words/format/address.ts'
import { MS_PER_BLOCK } from '../../../words/format/time.ts'

/** A change of the administrator's in one line, with its day. */
export function changeText(
  words: Words,
  { call, value, time, burnHeight }: AdminChange,
  at: { burnHeight: number; now: number },
): string {
  const { t, f, has } = words
  const key = `programme.change.${call}`
  const name = has(key) ? (t as (of: string) => string)(key) : call
  const change =
    value === null ? name : t('programme.change.to', { name, value: valueText(words, value) })
  const age = (at.burnHeight - burnHeight) * MS_PER_BLOCK
  return time === null
    ? t('programme.changes.about', { date: f.day(at.now - age, at.now), change })
    : t('programme.changes.at', { date: f.day(time * 1000, at.now), change })
}

/** `ST1PQ…GZGM`, with the contract's name where it is one. */
export function principalText(principal: string): string {
  const [address = '', name] = principal.split('.')
  return name === undefined ? shortAddress(address) : `${shortAddress(address)}.${name}`
}

function valueText({ t, f }: Words, value: ChangeValue): string {
  switch (value.unit) {
    case 'sats':
      return f.sats(value.value)
    case 'rate':
      return f.percent(value.value)
    case 'count':
      return f.integer(value.value)
    case 'address':
      return principalText(value.value)
    case 'switch':
      return t(value.value ? 'programme.change.on' : 'programme.change.off')
  }
}
