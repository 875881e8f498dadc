import { Cl, serializeCV } from '@stacks/transactions'
import { expect, it } from 'vitest'
import { builtInDeployments } from '../../../../src/chain/stacks/deployments.ts'
import { consoleCall, fundCall } from '../../../../src/wallet/stacks/console-calls.ts'
import { isReadableRequest } from '../../../../src/wallet/stacks/is-readable-request.ts'

const deployment = builtInDeployments.find(({ id }) => id === 'embedded-v1')!
const account = 'ST2CY5V39NHDPWSXMW9QDT3HC3GD6Q6XX4CFRK9AG'
const call = (...args: string[]) =>
  consoleCall(deployment, account, { functionName: 'update-admin', args, paysSats: null })!

it('reads again what is signed', () => {
  expect(isReadableRequest(fundCall(deployment, account, 5n))).toBe(true)
  expect(isReadableRequest(call(serializeCV(Cl.principal(account)).replace(/^0x/, '')))).toBe(true)
  expect(isReadableRequest(call())).toBe(true)
})

it.each([
  ['nothing', ''],
  ['no value', 'ff'],
  ['half a value', '0100000000'],
  ['more than a value', `${serializeCV(Cl.uint(1))}00`],
  ['a value in other letters', serializeCV(Cl.bufferFromHex('ab')).toUpperCase()],
])('brings no argument before a wallet that is %s', (_title, arg) => {
  expect(isReadableRequest(call(arg.replace(/^0x/i, '')))).toBe(false)
})
