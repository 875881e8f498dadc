/**
 * A calendar entry (iCalendar) at a moment, in milliseconds since 1970: when STX are expected to
 * unlock. `title` and `note` are plain sentences.
 */
export function unlockEvent({
  title,
  note,
  at,
  now,
}: {
  title: string
  note: string
  at: number
  now: number
}): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:twinstack',
    'BEGIN:VEVENT',
    `UID:unlock-${at}@twinstack`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(at)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(note)}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}

/** `20261124T093000Z`. */
const stamp = (at: number): string =>
  new Date(at).toISOString().replaceAll(/[-:]/g, '').replace(/\.\d+/, '')

const escaped = (text: string): string => text.replaceAll(/[\\,;]/g, (sign) => `\\${sign}`)
