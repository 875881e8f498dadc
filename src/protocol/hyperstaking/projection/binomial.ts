import type { Random } from '../chain/random.ts'

/** How far Stirling's formula for ln k! is off. */
const stirlingTail = (k: number): number => {
  const exact = [
    0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.02079067210376509,
    0.0166446911898211, 0.0138761288230707, 0.0118967099458917, 0.010411265261972,
    0.00925546218271273, 0.00833056343336287,
  ][k]
  if (exact !== undefined) return exact
  const inverse = 1 / (k + 1)
  const square = inverse * inverse
  return (1 / 12 - (1 / 360 - square / 1260) * square) * inverse
}

/** Counting up from zero: quick when few successes are expected. */
const byInversion = (n: number, p: number, random: Random): number => {
  const q = 1 - p
  for (;;) {
    let chance = q ** n
    let point = random()
    for (let k = 0; k <= n; k++) {
      if (point < chance) return k
      point -= chance
      chance *= ((n - k) * p) / ((k + 1) * q)
    }
  }
}

/**
 * Hörmann's transformed rejection (BTRS): exact, and its time does not grow with n; for n·p of at
 * least 10 and p up to a half.
 */
const byRejection = (n: number, p: number, random: Random): number => {
  const spread = Math.sqrt(n * p * (1 - p))
  const b = 1.15 + 2.53 * spread
  const a = -0.0873 + 0.0248 * b + 0.01 * p
  const center = n * p + 0.5
  const quick = 0.92 - 4.2 / b
  const odds = p / (1 - p)
  const alpha = (2.83 + 5.1 / b) * spread
  const mode = Math.floor((n + 1) * p)
  for (;;) {
    const u = random() - 0.5
    const v = random()
    const edge = 0.5 - Math.abs(u)
    const k = Math.floor(((2 * a) / edge + b) * u + center)
    if (edge >= 0.07 && v <= quick) return k
    if (k < 0 || k > n) continue
    const bound =
      (mode + 0.5) * Math.log((mode + 1) / (odds * (n - mode + 1))) +
      (n + 1) * Math.log((n - mode + 1) / (n - k + 1)) +
      (k + 0.5) * Math.log((odds * (n - k + 1)) / (k + 1)) +
      stirlingTail(mode) +
      stirlingTail(n - mode) -
      stirlingTail(k) -
      stirlingTail(n - k)
    if (Math.log((v * alpha) / (a / (edge * edge) + b)) <= bound) return k
  }
}

/** Successes in `n` independent tries of chance `p`, drawn from the exact distribution. */
export const binomial = (n: number, p: number, random: Random): number => {
  if (n <= 0 || p <= 0) return 0
  if (p >= 1) return n
  if (p > 0.5) return n - binomial(n, 1 - p, random)
  return n * p < 10 ? byInversion(n, p, random) : byRejection(n, p, random)
}
