import { type Comparison, type Condition, stxAsset } from '../../transaction/conditions.ts'
import { valueJson } from './value.ts'

const codes: Record<Comparison, string> = {
  eq: 'sent_equal_to',
  gt: 'sent_greater_than',
  gte: 'sent_greater_than_or_equal_to',
  lt: 'sent_less_than',
  lte: 'sent_less_than_or_equal_to',
}

const principalJson = ({ principal, origin }: Condition) => {
  if (origin) return { type_id: 'principal_origin' }
  const [address, name] = principal.split('.')
  return name === undefined
    ? { type_id: 'principal_standard', address }
    : { type_id: 'principal_contract', address, contract_name: name }
}

const assetJson = (asset: string) => {
  const [contract = '', name] = asset.split('::')
  const [contract_address, contract_name] = contract.split('.')
  return { contract_address, contract_name, asset_name: name }
}

/** A post-condition as the API shows it. */
export const conditionJson = (condition: Condition) => {
  const principal = principalJson(condition)
  // In the manner of the others: how the API writes these two is not known.
  if (condition.kind === 'staking')
    return {
      type: 'staking',
      condition_code: codes[condition.comparison].replace('sent', 'staked'),
      amount: condition.amount.toString(),
      principal,
    }
  if (condition.kind === 'pox')
    return { type: 'pox', condition_code: condition.rule.replaceAll('-', '_'), principal }
  if (condition.kind === 'item') {
    const code = condition.rule.replace('-', '_')
    return {
      type: 'non_fungible',
      condition_code: code,
      principal,
      asset: assetJson(condition.asset),
      asset_value: valueJson(condition.item),
    }
  }
  const amount = {
    condition_code: codes[condition.comparison],
    amount: condition.amount.toString(),
    principal,
  }
  return condition.asset === stxAsset
    ? { type: 'stx', ...amount }
    : { type: 'fungible', ...amount, asset: assetJson(condition.asset) }
}
