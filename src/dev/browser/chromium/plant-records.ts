/**
 * Adds made-up participants to the console's index of the one contract that is in it; runs in a
 * page of the extension.
 */

export async function plantRecords({
  count,
  cycle,
}: {
  count: number
  cycle: number
}): Promise<void> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error!)
    })
  const database = await done(indexedDB.open('twinstack-index'))
  const [contract] = (await done(
    database.transaction('cursors').objectStore('cursors').getAllKeys(),
  )) as [string]
  const transaction = database.transaction('records', 'readwrite')
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  for (let i = 0; i < count; i++) {
    const body = Array.from(
      { length: 38 },
      (_, at) => letters[(i * 2654435761 + (at + 1) * (i + 7) * 40503) % 32],
    )
    const address = `ST${body.join('')}${i}`
    transaction.objectStore('records').put(
      {
        address,
        changes: [
          {
            key: `${i.toString(16).padStart(16, '0')}:0`,
            burnHeight: 1,
            stacksHeight: 1,
            row: { rewardAddress: address, stackingAddress: address, trackingAddress: address },
          },
        ],
        cycles: {
          [cycle]: {
            rollback: 0,
            captures: {
              0: { sats: BigInt(i * 37), defiSats: 0n, microStx: BigInt(i * 1000003) },
            },
            tallies: [],
            tallied: null,
            weight: null,
            reward: null,
          },
        },
      },
      [contract, address],
    )
  }
  await new Promise<void>((resolve) => void (transaction.oncomplete = () => resolve()))
  database.close()
}
