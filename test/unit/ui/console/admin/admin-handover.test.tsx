// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { expect, it, vi } from 'vitest'
import { burnAddresses } from '../../../../../src/chain/stacks/programme/admin-kind.ts'
import { ME, OTHER } from '../../../../../src/dev/gallery/fixtures.ts'
import { env as example } from '../../../../../src/dev/gallery/popup-scenes.tsx'
import { AdminCallForm } from '../../../../../src/ui/console/admin-call-form.tsx'
import type { AdminRole } from '../../../../../src/ui/console/admin/admin-handover.tsx'
import { operator as op } from '../../../../../src/words/en/operator.ts'
import { findControl, mount, settle, typeText } from '../../../../support/render.tsx'

const onCall = vi.fn(async (..._args: unknown[]) => ({ ok: true as const }))
const nobody = burnAddresses.mainnet
// Its check of addresses is mainnet's.
const env = { ...example, network: 'mainnet' as const }

async function open(role: Partial<AdminRole> = {}) {
  const root = await mount(
    <AdminCallForm
      functionName="update-admin"
      signature={{ 'new-admin-address': 'principal' }}
      family="v1"
      env={env}
      poolSats={null}
      blocksPerYear={null}
      cycleBlocks={null}
      role={{
        contract: `${ME}.our-program`,
        admin: ME,
        isStarted: true,
        askExists: async () => true,
        ...role,
      }}
      onCall={onCall}
    />,
  )
  const enter = async (address: string) => {
    await typeText(findControl<HTMLInputElement>(root, 'new-admin-address'), address)
    await settle()
  }
  return { root, enter }
}

it('says to whom the role can go, with the address that no one has a key for', async () => {
  const { root, enter } = await open()
  for (const kind of ['account', 'contract', 'nobody'] as const)
    expect(root.textContent).toContain(op[`admin.role.${kind}`])
  expect(root.querySelector('.full-address')?.textContent).toBe(nobody)
  await enter(OTHER)
  expect(root.textContent).toContain(op['admin.role.account'])
  expect(root.textContent).not.toContain(op['admin.role.nobody'])
  await enter(ME)
  expect(root.textContent).toContain(op['admin.role.same'])
})

it('names a contract that is not there, and one that could not be asked for', async () => {
  const target = `${OTHER}.dao`
  const there = await open()
  await there.enter(target)
  expect(there.root.textContent).toContain(op['admin.role.contract'])
  expect(there.root.textContent).not.toContain(op['admin.role.missing'])
  const missing = await open({ askExists: async () => false })
  await missing.enter(target)
  expect(missing.root.textContent).toContain(op['admin.role.missing'])
  const unread = await open({ askExists: () => Promise.reject(new Error('offline')) })
  await unread.enter(target)
  expect(unread.root.textContent).toContain(op['admin.role.unchecked'])
})

it('gives the role to no one only after the name is typed', async () => {
  const { root, enter } = await open({ isStarted: false })
  await enter(nobody)
  expect(root.textContent).toContain(op['admin.role.nobody'])
  expect(root.textContent).toContain(op['admin.role.notStarted'])
  const submit = () =>
    act(
      async () =>
        void root
          .querySelector('form')!
          .dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })),
    )
  await submit()
  expect(onCall).not.toHaveBeenCalled()
  await typeText(
    findControl<HTMLInputElement>(root, 'Type update-admin to confirm'),
    'update-admin',
  )
  await submit()
  expect(onCall).toHaveBeenCalledWith('update-admin', [nobody])
})
