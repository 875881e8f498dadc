/**
 * Replaces `@scure/base`, from which @stacks/connect takes base64 for signing Bitcoin transactions;
 * nothing here does that.
 */
export const base64 = {
  encode: (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes)),
  decode: (text: string): Uint8Array =>
    Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)),
}
