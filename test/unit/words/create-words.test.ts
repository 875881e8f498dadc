import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contractErrors } from '../../../src/protocol/dual-stacking/errors.ts'
import { createWords } from '../../../src/words/create-words.ts'
import { dualStackingWidget as enWidget } from '../../../src/words/en/dual-stacking-widget.ts'
import { guide as enGuide } from '../../../src/words/en/guide.ts'
import { hyperstakingNotices as enPools } from '../../../src/words/en/hyperstaking-notices.ts'
import { catalogue as enCore } from '../../../src/words/en/index.ts'
import { operator as enOperator } from '../../../src/words/en/operator.ts'
import { dualStackingWidget as esWidget } from '../../../src/words/es/dual-stacking-widget.ts'
import { guide as esGuide } from '../../../src/words/es/guide.ts'
import { hyperstakingNotices as esPools } from '../../../src/words/es/hyperstaking-notices.ts'
import { catalogue as esCore } from '../../../src/words/es/index.ts'
import { operator as esOperator } from '../../../src/words/es/operator.ts'
import { chooseLocale } from '../../../src/words/locales.ts'
import type { Message, Section } from '../../../src/words/message.ts'
import { dualStackingWidget as zhWidget } from '../../../src/words/zh-CN/dual-stacking-widget.ts'
import { guide as zhGuide } from '../../../src/words/zh-CN/guide.ts'
import { hyperstakingNotices as zhPools } from '../../../src/words/zh-CN/hyperstaking-notices.ts'
import { catalogue as zhCore } from '../../../src/words/zh-CN/index.ts'
import { operator as zhOperator } from '../../../src/words/zh-CN/operator.ts'

const en = { ...enCore, ...enOperator, ...enGuide, ...enPools, ...enWidget }
const es = { ...esCore, ...esOperator, ...esGuide, ...esPools, ...esWidget }
const zh = { ...zhCore, ...zhOperator, ...zhGuide, ...zhPools, ...zhWidget }
const languages: Record<string, Section> = { en, es, 'zh-CN': zh }
const forms = (message: Message): string[] =>
  typeof message === 'string' ? [message] : Object.values(message)
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).toSorted()

describe.each(Object.entries(languages))('catalogue %s', (locale, catalogue) => {
  it('has the same keys as English and nothing empty', () => {
    expect(Object.keys(catalogue).toSorted()).toEqual(Object.keys(en).toSorted())
    for (const [key, message] of Object.entries(catalogue))
      for (const text of forms(message)) expect(text.trim(), key).not.toBe('')
  })

  it('keeps the placeholders of every sentence', () => {
    for (const [key, message] of Object.entries(en as Section)) {
      const wanted = [...new Set(forms(message).flatMap(placeholders))].toSorted()
      const translated = catalogue[key]!
      expect(typeof translated, key).toBe(typeof message)
      expect([...new Set(forms(translated).flatMap(placeholders))].toSorted(), key).toEqual(wanted)
    }
  })

  it('uses plural categories that the language has', () => {
    const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories as string[]
    for (const [key, message] of Object.entries(catalogue))
      if (typeof message !== 'string')
        for (const category of Object.keys(message)) expect(categories, key).toContain(category)
  })
})

it('is translated: only names and formulas read the same in another language', () => {
  const same = (catalogue: Section) =>
    Object.keys(en).filter(
      (key) => JSON.stringify(catalogue[key]) === JSON.stringify(en[key as keyof typeof en]),
    )
  expect(same(es).length).toBeLessThan(20)
  expect(same(zh).length).toBeLessThan(20)
})

it.each(['v1', 'v2'] as const)('says every contract error of %s as the protocol does', (family) => {
  for (const [code, { sentence }] of contractErrors(family)) {
    const section: Section = en
    expect(section[`contract.${family}.${code}`] ?? section[`contract.${code}`], String(code)).toBe(
      sentence,
    )
  }
})

it('speaks plurals and numbers of the language', () => {
  const words = createWords('es', es, 'sats')
  expect(words.t('blocks', { count: 1 })).toBe('1 bloque')
  expect(words.t('blocks', { count: 12_345 })).toBe('12.345 bloques')
  expect(createWords('zh-CN', zh, 'sats').t('blocks', { count: 2 })).toBe('2 个区块')
})

it('puts elements where a sentence wants them', () => {
  expect(createWords('en', en, 'sats').rich('whatIf.effect', { boost: 'B', change: 'C' })).toEqual([
    '',
    'B',
    ' · about ',
    'C',
    ' a cycle',
  ])
})

it('chooses the language of the setting, then of the browser, then English', () => {
  expect(chooseLocale('es', ['zh-CN'])).toBe('es')
  expect(chooseLocale('auto', ['fr', 'zh-Hans-SG', 'es'])).toBe('zh-CN')
  expect(chooseLocale('auto', ['es-MX'])).toBe('es')
  expect(chooseLocale('auto', ['fr'])).toBe('en')
  expect(chooseLocale('auto', [])).toBe('en')
})

it('leaves no sentence outside the catalogue', () => {
  // Text between tags, and text given to attributes that people read. Units and names of languages
  // are the same everywhere.
  const allowed = /^(sats|sBTC|STX|×|—|…|English|Español|简体中文)$/
  const found: string[] = []
  for (const file of readdirSync('src/ui', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.tsx'),
  )) {
    const source = readFileSync(`src/ui/${file}`, 'utf8')
    for (const [, text] of source.matchAll(/>\s*([^<>{}()=;]*[A-Za-z]{3,}[^<>{}()=;]*)<\//g))
      if (!allowed.test(text!.trim())) found.push(`${file}: ${text!.trim()}`)
    for (const [, text] of source.matchAll(
      /(?:aria-label|title|label|placeholder|alt)="([^"]*[A-Za-z]{3,}[^"]*)"/g,
    ))
      found.push(`${file}: ${text}`)
  }
  expect(found).toEqual([])
})
