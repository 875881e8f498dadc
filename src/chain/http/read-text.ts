/** The whole body as text; null, and the rest is not taken, when it is larger than `maxBytes`. */
export const readText = async (
  response: Response,
  maxBytes: number,
): Promise<{ text: string; bytes: number } | null> => {
  if (!response.body) return { text: '', bytes: 0 }
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    bytes += chunk.value.length
    if (bytes > maxBytes) {
      await reader.cancel()
      return null
    }
    text += decoder.decode(chunk.value, { stream: true })
  }
  return { text: text + decoder.decode(), bytes }
}
