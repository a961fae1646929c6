import type { ServerResponse } from 'node:http';

/**
 * Nothing from outside, no inline script or style, and HTML only where the card renderer puts what our own markdown made.
 * `style` on elements is set by script, which no directive here touches.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types adaptivecards#markdownPassthroughPolicy adaptivecards#restoreContentsPolicy adaptivecards#deprecatedExportedFunctionPolicy',
].join('; ');

const guards = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Answers with a file; `etag` lets a reload be cheap without ever being stale. */
export const answerFile = (response: ServerResponse, type: string, content: Buffer, etag: string): void => {
  // Two statements: restify's writeHead does not return the response.
  response.writeHead(200, {
    ...guards,
    'Content-Type': type,
    'Content-Length': content.length,
    'Cache-Control': 'no-cache',
    ETag: etag,
  });
  response.end(content);
};

/** Answers that the browser's copy is still the same. */
export const answerUnchanged = (response: ServerResponse, etag: string): void => {
  response.writeHead(304, { ...guards, 'Cache-Control': 'no-cache', ETag: etag });
  response.end();
};

/** Answers with JSON that nobody keeps. */
export const answerJson = (response: ServerResponse, status: number, body: unknown): void => {
  const content = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    ...guards,
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': content.length,
    'Cache-Control': 'no-store',
  });
  response.end(content);
};
