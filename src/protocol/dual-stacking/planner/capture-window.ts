const CAPTURE_WINDOW_BLOCKS = 36

/**
 * The Bitcoin height from which on the build that captures live counts no capture of a snapshot any
 * more: 36 blocks after its height, or half of the blocks to the next snapshot if that is less
 * (docs/contract-live.md).
 */
export const captureWindowEnd = (snapshotHeight: number, blocksPerSnapshot: number): number =>
  snapshotHeight + Math.min(CAPTURE_WINDOW_BLOCKS, Math.floor((blocksPerSnapshot + 1) / 2))
