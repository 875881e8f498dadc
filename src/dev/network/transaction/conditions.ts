import {
  FungibleConditionCode,
  PoxConditionCode,
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

/** Whose condition; `origin` remembers that it was the sender's own. */
type Subject = { principal: string; origin: boolean }

/** A condition on what a principal sends; `asset` is STX or `address.contract::name`. */
export type AssetCondition = Subject & { asset: string } & (
    | { kind: 'amount'; comparison: Comparison; amount: bigint }
    | { kind: 'item'; rule: 'sent' | 'not-sent' | 'maybe-sent'; item: string }
  )

/** A condition on what a principal does in pox-5, valid from epoch 4.0 [bitcoin-staking 9.1]. */
export type StakingCondition = Subject &
  (
    | { kind: 'staking'; comparison: Comparison; amount: bigint }
    | { kind: 'pox'; rule: 'will-perform' | 'may-perform' | 'will-not-perform' }
  )

/** A post-condition. */
export type Condition = AssetCondition | StakingCondition

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

const poxRules = {
  [PoxConditionCode.WillPerform]: 'will-perform',
  [PoxConditionCode.MayPerform]: 'may-perform',
  [PoxConditionCode.WillNotPerform]: 'will-not-perform',
} as const

export const modeOf: Record<PostConditionMode, Mode> = {
  [PostConditionMode.Allow]: 'allow',
  [PostConditionMode.Deny]: 'deny',
  [PostConditionMode.Originator]: 'originator',
}

const assetId = (asset: AssetWire) =>
  `${principalOf(asset.address, asset.contractName)}::${asset.assetName.content}`

/** Whether only epoch 4.0 and later know a condition. */
export const isStakingCondition = (condition: Condition): condition is StakingCondition =>
  condition.kind === 'staking' || condition.kind === 'pox'

/** A post-condition of a transaction, with its sender in place of the origin. */
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
      return {
        principal,
        origin,
        kind: 'staking',
        comparison: comparisons[wire.conditionCode],
        amount: wire.amount,
      }
    case PostConditionType.PoX:
      return { principal, origin, kind: 'pox', rule: poxRules[wire.conditionCode] }
  }
}
