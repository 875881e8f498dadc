import type * as v from 'valibot'
import type { Answer } from '../../http/answer.ts'
import { contractAnswer } from '../answers.ts'
import type { StacksClient } from '../client.ts'

/** The transaction and the Stacks height in which a contract was deployed. */
export const askDeployedAt = (
  { askCached }: StacksClient,
  contract: string,
): Promise<Answer<v.InferOutput<typeof contractAnswer>>> =>
  askCached(contractAnswer, { path: `/extended/v1/contract/${contract}` })
