/** A page without style or script, for what is answered before (or without) the application. */
export function plainPage(title: string, sentences: readonly string[]): string {
  const paragraphs = sentences.map((sentence) => `<p>${escaped(sentence)}</p>`).join('\n')
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title></head>
<body><main><h1>${escaped(title)}</h1>
${paragraphs}
</main></body></html>
`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** For every answer that is not one of the application's pages (those bring their own policy with a nonce). */
export const strictPolicy =
  "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"

export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': strictPolicy,
  // Not `no-referrer`: with it browsers send `Origin: null` and every form would be refused.
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}
