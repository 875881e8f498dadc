/**
 * JSON text in which a bigint is written as a plain number, the way a Dusk node writes u64 amounts,
 * however large.
 */
export const exactJson = (value: unknown): string => {
  if (typeof value === 'bigint') return value.toString()
  if (Array.isArray(value)) return `[${value.map((item) => exactJson(item ?? null)).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).filter(([, item]) => item !== undefined)
    return `{${fields.map(([key, item]) => `${JSON.stringify(key)}:${exactJson(item)}`).join(',')}}`
  }
  return JSON.stringify(value ?? null)
}

const isOwner = (
  value: object,
): value is { kind: 'account'; account: string } | { kind: 'contract'; contract: string } =>
  'kind' in value && Object.keys(value).length === 2 && ('account' in value || 'contract' in value)

/** A name as contracts write it: next_eligibility for nextEligibility. */
export const snakeCase = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * The value as a contract's data driver writes it: u64 as decimal strings, an owner as {"Account":
 * …} or {"Contract": …}. `nameOf`: how a field is called.
 */
export const driverJson = (
  value: unknown,
  nameOf: (name: string) => string = (name) => name,
): unknown => {
  if (typeof value === 'bigint') return value.toString()
  if (Array.isArray(value)) return value.map((item) => driverJson(item, nameOf))
  if (typeof value !== 'object' || value === null) return value ?? null
  if (isOwner(value))
    return value.kind === 'account' ? { Account: value.account } : { Contract: value.contract }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [nameOf(key), driverJson(item, nameOf)]),
  )
}
