/** A paragraph in lines of at most `width` columns; a longer word gets its own line. */
export function wrapLines(paragraph: string, width = 100, indent = ''): string {
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.trim().split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`
    const room = width - (lines.length > 0 ? indent.length : 0)
    if (line !== '' && longer.length > room) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line].join(`\n${indent}`)
}
