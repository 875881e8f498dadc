// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest'
import { ME } from '../../../../src/dev/gallery/fixtures.ts'
import { env } from '../../../../src/dev/gallery/popup-scenes.tsx'
import { publicSignatures } from '../../../../src/protocol/dual-stacking/contract/abi.ts'
import { AdminView } from '../../../../src/ui/console/admin-view.tsx'
import { operator as op } from '../../../../src/words/en/operator.ts'
import { click, findControl, mount, typeText } from '../../../support/render.tsx'

const withdrawal = 'emergency-withdraw-sbtc'

async function open(functions: Parameters<typeof AdminView>[0]['groups'][number]['functions']) {
  const onCall = vi.fn(async () => ({ ok: true as const }))
  const root = await mount(
    <AdminView
      groups={[{ group: 'contract', functions }]}
      results={{}}
      family="v1"
      env={env}
      poolSats={1000n}
      blocksPerYear={null}
      cycleBlocks={null}
      onCall={onCall}
    />,
  )
  return { root, onCall }
}

it('says what the chosen function does, and nothing of one that we do not know', async () => {
  const { root } = await open({
    'set-liquid-stacking': publicSignatures['set-liquid-stacking'],
    'not-ours': {},
  })
  expect(root.querySelector('form')!.textContent).toContain(op['function.set-liquid-stacking'])
  await click(root, 'not-ours')
  expect(root.querySelector('form')!.textContent).not.toContain('function.')
})

it('signs what empties the pool only after its name is typed, on a button that warns', async () => {
  const { root, onCall } = await open({ [withdrawal]: publicSignatures[withdrawal] })
  await typeText(findControl<HTMLInputElement>(root, 'amount'), '1000')
  await typeText(findControl<HTMLInputElement>(root, 'recipient'), ME)
  const sign = findControl<HTMLButtonElement>(root, op['console.sign'])
  expect(sign.className).toContain('danger')
  expect(sign.disabled).toBe(true)
  expect(root.querySelector('.notice.warn')!.textContent).toContain(op['bound.irreversible'])
  const confirm = op['admin.confirm'].replace('{name}', withdrawal)
  await typeText(findControl<HTMLInputElement>(root, confirm), withdrawal)
  expect(sign.disabled).toBe(false)
  await click(root, op['console.sign'])
  expect(onCall).toHaveBeenCalledExactlyOnceWith(withdrawal, [1000n, ME])
})
