import {
  FungibleConditionCode,
  NonFungibleConditionCode,
  PostConditionMode,
  PostConditionPrincipalId,
  PostConditionType,
  cvToHex,
  type AssetWire,
  type PostConditionWire,
} from '@stacks/transactions'
import { principalOf } from './transaction-action.ts'

export type Comparison = 'eq' | 'gt' | 'gte' | 'lt' | 'lte'
export type Mode = 'allow' | 'deny' | 'originator'

/**
 * A post-condition; `principal` is resolved (`origin` remembers that it was the sender's own),
 * `asset` is STX or `address.contract::name`.
 */
export type Condition = { principal: string; origin: boolean; asset: string } & (
  | { kind: 'amount'; comparison: Comparison; amount: bigint }
  | { kind: 'item'; rule: 'sent' | 'not-sent' | 'maybe-sent'; item: string }
)

export const stxAsset = 'STX'

const comparisons: Record<FungibleConditionCode, Comparison> = {
  [FungibleConditionCode.Equal]: 'eq',
  [FungibleConditionCode.Greater]: 'gt',
  [FungibleConditionCode.GreaterEqual]: 'gte',
  [FungibleConditionCode.Less]: 'lt',
  [FungibleConditionCode.LessEqual]: 'lte',
}
const rules = {
  [NonFungibleConditionCode.Sends]: 'sent',
  [NonFungibleConditionCode.DoesNotSend]: 'not-sent',
  [NonFungibleConditionCode.MaybeSent]: 'maybe-sent',
} as const

export const modeOf: Record<PostConditionMode, Mode> = {
  [PostConditionMode.Allow]: 'allow',
  [PostConditionMode.Deny]: 'deny',
  [PostConditionMode.Originator]: 'originator',
}

const assetId = (asset: AssetWire) =>
  `${principalOf(asset.address, asset.contractName)}::${asset.assetName.content}`

/** Throws for a kind of post-condition that the network's epoch does not know. */
export const conditionOf = (wire: PostConditionWire, sender: string): Condition => {
  const { principal: who } = wire
  const origin = who.prefix === PostConditionPrincipalId.Origin
  const principal =
    who.prefix === PostConditionPrincipalId.Origin
      ? sender
      : principalOf(
          who.address,
          who.prefix === PostConditionPrincipalId.Contract ? who.contractName : undefined,
        )
  switch (wire.conditionType) {
    case PostConditionType.STX:
      return {
        principal,
        origin,
        asset: stxAsset,
        kind: 'amount',
        comparison: comparisons[wire.conditionCode],
        amount: wire.amount,
      }
    case PostConditionType.Fungible:
      return {
        principal,
        origin,
        asset: assetId(wire.asset),
        kind: 'amount',
        comparison: comparisons[wire.conditionCode],
        amount: wire.amount,
      }
    case PostConditionType.NonFungible:
      return {
        principal,
        origin,
        asset: assetId(wire.asset),
        kind: 'item',
        rule: rules[wire.conditionCode],
        item: cvToHex(wire.assetName),
      }
    case PostConditionType.Staking:
    case PostConditionType.PoX:
      throw new Error('Staking and PoX post-conditions are valid from epoch 4.0 only')
  }
}
