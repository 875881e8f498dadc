import type { Answer } from '../../http/answer.ts'
import type { HttpOptions } from '../../http/client.ts'
import { eventsAnswer, type EventsPage } from '../answers.ts'
import type { StacksClient } from '../client.ts'
import type { PageRange } from '../read-options.ts'

/** Movements of assets from or to a principal, newest first, from v1 while it lives. */
export const askAssetEvents = (
  { askCached }: StacksClient,
  principal: string,
  { limit, offset }: PageRange,
  options?: HttpOptions,
): Promise<Answer<EventsPage>> =>
  askCached(
    eventsAnswer,
    { path: `/extended/v1/address/${principal}/assets?limit=${limit}&offset=${offset}` },
    options,
  )
