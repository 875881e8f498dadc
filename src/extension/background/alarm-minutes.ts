/** Between refreshes: what is pending, and what nothing waits for. */
export const alarmMinutes = {
  // The shortest that browsers grant.
  soon: 0.5,
  // A Bitcoin block takes ten minutes, and who opens a view does not wait for the alarm.
  later: 15,
} as const
