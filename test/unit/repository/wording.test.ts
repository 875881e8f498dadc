import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { builder } from '../../../src/words/en/builder.ts'
import { site } from '../../../src/words/en/site.ts'
import { locales, type Locale } from '../../../src/words/locales.ts'
import { brokenRules, findWordingFaults } from '../../support/words/find-wording-faults.ts'

it.each(locales)('every sentence in %s keeps the rules of its language', async (locale) => {
  expect(await findWordingFaults(locale)).toEqual([])
})

it.each<[Locale, string, string]>([
  ['en', 'Loading …', 'no space before …'],
  ['en', '95 % of it', 'no space before %'],
  ['en', 'Enrolment unknown', 'American spelling'],
  ['en', 'This programme has ended.', 'American spelling'],
  ['en', 'once somebody runs it', 'someone, anyone, everyone'],
  ['en', 'The pool was punished.', 'slashed, slashing; soft or hard fault'],
  ['en', 'Press the button.', 'click (the Twinstack icon)'],
  ['en', 'From cycle {cycle} on you earn nothing.', 'from cycle 8'],
  ['en', 'The network has switched contract calls off.', 'enabled, disabled'],
  ['en', 'Shown is what was loaded.', 'subject first'],
  ['en', 'It sent another transaction than was asked.', 'a different … from'],
  ['es', 'Cargando …', 'no space before …'],
  ['es', 'Su contrato lo apuesta.', 'poner en staking'],
  ['es', 'Púlsalo otra vez.', 'hacer clic'],
  ['zh-CN', '加载中 …', 'no space before …'],
  ['zh-CN', '从池中取出', '质押池, 奖励池'],
  ['zh-CN', '按下按钮', '点击'],
  ['zh-CN', '受到惩罚', '罚没'],
])('in %s “%s” breaks a rule', (locale, text, rule) => {
  expect(brokenRules(locale, text)).toEqual([rule])
})

it.each<[Locale, string]>([
  ['en', 'Use https. Plain http works only for servers on this computer.'],
  ['en', 'A post-condition stopped it; choose 1% to 20%.'],
  ['es', 'Tu impulso es el 95 % del máximo…'],
  ['zh-CN', '从质押池取出，奖励池不变…'],
])('in %s “%s” breaks none', (locale, text) => {
  expect(brokenRules(locale, text)).toEqual([])
})

// The markup of a page is what its visitors see before the script has run, or without it.
it.each([
  ['index', builder],
  ['frame', site],
  ['pool', site],
  ['pool-frame', site],
  ['yield-frame', site],
])('the page %s says in English what its catalogue says', (page, catalogue) => {
  const markup = readFileSync(`src/site/${page}.html`, 'utf8')
  const said = [...markup.matchAll(/\sdata-t="(\w+)"[^<>]*>([^<]*)</g)].map(
    ([, key, text]) => [key!, text!.replaceAll(/\s+/g, ' ').trim()] as const,
  )
  expect(said.length).toBeGreaterThan(0)
  const sentences: Readonly<Record<string, string>> = catalogue
  expect(said.filter(([key, text]) => sentences[key] !== text)).toEqual([])
})
