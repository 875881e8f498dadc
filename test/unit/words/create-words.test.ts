import { expect, it } from 'vitest'
import { createWords } from '../../../src/words/create-words.ts'
import { readSentences } from '../../support/words/catalogues.ts'

it('uses plurals and numbers of the language', async () => {
  const words = createWords('es', await readSentences('es'), 'sats')
  expect(words.t('blocks', { count: 1 })).toBe('1 bloque')
  expect(words.t('blocks', { count: 12_345 })).toBe('12.345 bloques')
  const chinese = createWords('zh-CN', await readSentences('zh-CN'), 'sats')
  expect(chinese.t('blocks', { count: 2 })).toBe('2 个区块')
})

it('puts elements where a sentence wants them', async () => {
  const words = createWords('en', await readSentences('en'), 'sats')
  expect(words.rich('whatIf.effect', { boost: 'B', change: 'C' })).toEqual([
    '',
    'B',
    ' · about ',
    'C',
    ' per cycle',
  ])
})
