import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { callProblemCodes } from '../../../src/chain/dusk/call-problems.ts'
import { contractErrors } from '../../../src/protocol/dual-stacking/errors.ts'
import {
  loadConsoleCatalogue,
  loadContractErrors,
  loadGuideCatalogue,
  loadPoolProblems,
  loadStart,
} from '../../../src/words/load.ts'
import { chooseLocale, locales } from '../../../src/words/locales.ts'
import { readSentences } from '../../support/words/catalogues.ts'
import { findCatalogueFaults } from '../../support/words/find-faults.ts'

it('has a row for every folder of catalogues', () => {
  const folders = readdirSync('src/words').filter((name) =>
    existsSync(`src/words/${name}/index.ts`),
  )
  expect(folders.toSorted()).toEqual([...locales].toSorted())
})

describe.each(locales)('the catalogues in %s', (locale) => {
  it('say everything that English says, with every value, in their own words', async () => {
    expect(await findCatalogueFaults(locale)).toEqual([])
  })

  it('are what entry points load, the start within the whole', async () => {
    const [start, whole, guide] = await Promise.all([
      loadStart(locale),
      loadConsoleCatalogue(locale),
      loadGuideCatalogue(locale),
    ])
    expect(await readSentences(locale)).toMatchObject({ ...whole, ...guide })
    expect(whole).toMatchObject(start)
  })
})

describe.each(locales)('the errors of the contract in %s', (locale) => {
  it('each have a sentence, in the versions that publish them, and no other has', async () => {
    const sentences = await loadContractErrors(locale)
    const wanted = (['v1', 'v2'] as const).flatMap((family) =>
      [...contractErrors(family).keys()].map((code) =>
        `contract.${code}` in sentences ? `contract.${code}` : `contract.${family}.${code}`,
      ),
    )
    expect(Object.keys(sentences).toSorted()).toEqual(
      [...new Set(wanted), 'contract.unknown'].toSorted(),
    )
  })
})

it.each(locales)('gives in %s a sentence for each problem of a pool call', async (locale) => {
  expect(Object.keys(await loadPoolProblems(locale)).toSorted()).toEqual(
    callProblemCodes.map((code) => `hyper.problem.${code}`).toSorted(),
  )
})

it('chooses the language of the setting, then of the browser, then English', () => {
  expect(chooseLocale('es', ['zh-CN'])).toBe('es')
  expect(chooseLocale('auto', ['fr', 'zh-Hans-SG', 'es'])).toBe('zh-CN')
  expect(chooseLocale('auto', ['es-MX'])).toBe('es')
  expect(chooseLocale('auto', ['fr'])).toBe('en')
  expect(chooseLocale('auto', [])).toBe('en')
})
