import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Route } from '../http/route.ts';
import { checkLocal } from './local.ts';
import { PageError } from './refused.ts';
import { answerFile, answerJson, answerUnchanged } from './respond.ts';

/** One of the protocols to choose from. */
export type School = { readonly id: string; readonly name: string };

const folder = new URL('./client/', import.meta.url);

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

const typeOf = (path: string): string => types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';

const fileRoute = (path: string, content: Buffer, type: string): Route => {
  const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
  return {
    method: 'GET',
    path,
    handle: async (request, response) => {
      try {
        checkLocal(request);
      } catch (error) {
        if (!(error instanceof PageError)) throw error;
        answerJson(response, error.status, { code: error.code, message: error.message });
        return;
      }
      if (request.headers['if-none-match'] === etag) answerUnchanged(response, etag);
      else answerFile(response, type, content, etag);
    },
  };
};

const html = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

const option = ({ id, name }: School): string => `<option value="${html(id)}">${html(name)}</option>`;

/** `GET /` and everything the page loads: its own files, and the card renderer from its package. Read once, at start. */
export const assetRoutes = (schools: readonly School[]): Route[] => {
  const page = readFileSync(new URL('index.html', folder), 'utf8').replace('<!-- schools -->', () =>
    schools.map(option).join(''),
  );
  const renderer = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');
  const own = readdirSync(folder)
    .filter((file) => /\.(js|css|svg)$/.test(file))
    .map((file) => fileRoute(`/page/${file}`, readFileSync(new URL(file, folder)), typeOf(file)));
  return [
    fileRoute('/', Buffer.from(page), typeOf('index.html')),
    fileRoute('/page/adaptivecards.js', readFileSync(renderer), typeOf(renderer)),
    ...own,
  ];
};
