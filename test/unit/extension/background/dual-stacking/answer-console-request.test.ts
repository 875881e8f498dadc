import { expect, it } from 'vitest'
import { faultLogItem } from '../../../../../src/app/stored/shared-items.ts'
import { parseItem } from '../../../../../src/app/stored/stored-item.ts'
import { startLife } from '../../../../support/background/background-life.ts'
import { createFakeBrowser } from '../../../../support/background/fake-browser.ts'
import { stacksScenario } from '../../../../support/background/signing-scenarios.ts'

const warning = '299 - "Deprecated: See https://docs.hiro.so/stacks/api for more information"'

it('what a host is going to switch off is logged once, also when the console asks', async () => {
  const fake = createFakeBrowser(stacksScenario.stored())
  const life = await startLife(
    fake,
    async () => new Response('{"results":[]}', { headers: { warning } }),
  )
  const ask = (offset: number) =>
    life.command({
      type: 'ask',
      deployment: 'embedded-live',
      path: `/extended/v1/tx?contract_id=x&offset=${offset}`,
    })
  expect(await ask(0)).toMatchObject({ ok: true })
  expect(await ask(50)).toMatchObject({ ok: true })
  const logged = () => {
    const parsed = parseItem(faultLogItem, fake.state.stored['faultLog'])
    return parsed.ok ? parsed.value.filter(({ boundary }) => boundary === 'stacks-api') : []
  }
  await fake.until(() => logged().length > 0)
  expect(logged()).toMatchObject([{ message: 'Deprecated by its host: extended v1 tx' }])
})
