import type { Deployment } from '../deployments.ts'

/** Whether a contract prints each reward that it pays: what v3 prints is not published. */
export const printsPayments = ({ family }: Pick<Deployment, 'family'>): boolean =>
  family === 'v1' || family === 'v2'
