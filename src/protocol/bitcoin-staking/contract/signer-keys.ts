import { encodeAddress } from '../../clarity/c32.ts'
import { mapKey } from '../../clarity/contract-map.ts'
import { refuseUnless, ContractRefusal } from '../../clarity/contract-refusal.ts'
import { hash160 } from '../../clarity/hashes.ts'
import { toBytes } from '../../clarity/hex.ts'
import { recoverKey } from '../../clarity/recover-key.ts'
import { contractFunction } from '../simulation/contract-model.ts'
import { hasGrant } from './ask-manager.ts'
import { grantMessageHash } from './grant-message.ts'
import { signerKey } from './parameters.ts'
import { poxErrors } from './pox-errors.ts'
import { requireNoCallback, type PoxFrame } from './pox-frame.ts'

const MAINNET_CHAIN_ID = 1n
/** Versions of addresses of one key. */
const addressVersion = { mainnet: 22, testnet: 26 }

/** Lets a manager register a key whose owner has signed for it [bitcoin-staking 4.14]. */
export const grantSignerKey = contractFunction(
  'grant-signer-key',
  {
    'signer-key': signerKey,
    'signer-manager': 'principal',
    'auth-id': 'uint',
    'signer-sig': { buffer: 65 },
  },
  (frame: PoxFrame, args) => {
    const { state } = frame
    const { 'signer-key': key, 'signer-manager': manager, 'auth-id': authId } = args
    requireNoCallback(frame)
    refuseUnless(frame.contractCaller === manager, poxErrors.UNAUTHORIZED_SIGNER_REGISTRATION)
    const used = mapKey(key, manager, authId)
    refuseUnless(!state.usedGrants.has(used), poxErrors.SIGNER_KEY_GRANT_USED)
    const hash = grantMessageHash(manager, authId, frame.chain.chainId)
    const recovered = recoverKey(hash, toBytes(args['signer-sig']))
    if (recovered === undefined) throw new ContractRefusal(poxErrors.INVALID_SIGNATURE_RECOVER)
    refuseUnless(recovered === key, poxErrors.INVALID_SIGNATURE_PUBKEY)
    state.usedGrants.set(used, true)
    state.grants.set(mapKey(key, manager), true)
    const result = { 'signer-key': key, 'signer-manager': manager, 'auth-id': authId }
    frame.print({ topic: 'grant-signer-key', ...result })
    return result
  },
)

/** Registers the key with which a manager signs blocks [bitcoin-staking 4.14]. */
export const registerSigner = contractFunction(
  'register-signer',
  { 'signer-manager': 'trait', 'signer-key': signerKey },
  (frame: PoxFrame, args) => {
    const { 'signer-key': key } = args
    const signer = frame.contractOf(args['signer-manager'])
    requireNoCallback(frame)
    refuseUnless(hasGrant(frame.state, signer, key), poxErrors.SIGNER_KEY_GRANT_NOT_FOUND)
    refuseUnless(frame.contractCaller === signer, poxErrors.UNAUTHORIZED_SIGNER_REGISTRATION)
    frame.state.signers.set(signer, key)
    const result = { signer, 'signer-key': key }
    frame.print({ topic: 'register-signer', ...result })
    return result
  },
)

/** Takes a grant back; only the key's own address may [bitcoin-staking 4.14]. */
export const revokeSignerGrant = contractFunction(
  'revoke-signer-grant',
  { 'signer-manager': 'principal', 'signer-key': signerKey },
  (frame: PoxFrame, args) => {
    const { state } = frame
    const { 'signer-manager': manager, 'signer-key': key } = args
    requireNoCallback(frame)
    const isMainnet = frame.chain.chainId === MAINNET_CHAIN_ID
    const version = isMainnet ? addressVersion.mainnet : addressVersion.testnet
    const owner = encodeAddress({ version, hash: hash160(toBytes(key)) })
    refuseUnless(frame.contractCaller === owner, poxErrors.UNAUTHORIZED)
    const existed = hasGrant(state, manager, key)
    if (existed) state.grants.delete(mapKey(key, manager))
    const result = { 'signer-key': key, 'signer-manager': manager }
    frame.print({ topic: 'revoke-signer-grant', ...result })
    return { ...result, existed }
  },
)
