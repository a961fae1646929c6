import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DoubtPorts } from '../bot/cases/ports.ts';
import { datedWords } from '../bot/report/words.ts';
import type { Slips } from '../handover/ports.ts';
import type { Route } from '../http/route.ts';
import { type Fetched, type Fetching, fetched } from './fetching.ts';
import type { pdfOf } from './pdf.ts';

/** Long enough to click, short enough that an address in somebody's history opens nothing. */
const VALID_MS = 5 * 60_000;
const PATH = '/dossier';

/** Addresses for the bot to show; see `DoubtPorts.dossiers`. */
export function dossierLinks(slips: Slips, publicUrl: string): NonNullable<DoubtPorts['dossiers']> {
  return ({ organisation, email }, ref, format) =>
    `${publicUrl}${PATH}/${slips.issue({ organisation, email, ref, format }, VALID_MS)}`;
}

type Options = Fetching & {
  /** Tells the operator that something failed, by kind only. */
  readonly failed: (cause: unknown, during: string) => void;
};

/** `GET /dossier/<slip>`: one file to keep. Whatever is wrong with the slip answers as if there were nothing there. */
export function dossierRoute(options: Options): Route {
  return {
    method: 'GET',
    path: `${PATH}/:slip`,
    handle: async (request, response) => {
      try {
        const found = await fetched(options, slipOf(request));
        if (found === undefined)
          write(
            response,
            404,
            'text/plain; charset=utf-8',
            'Deze link werkt niet (meer). Open de melding en vraag het dossier opnieuw op.',
          );
        else await give(response, found);
      } catch (cause) {
        options.failed(cause, 'dossier');
        write(response, 503, 'text/plain; charset=utf-8', 'Dit lukt nu niet. Probeer het zo opnieuw.');
      }
    },
  };
}

async function give(response: ServerResponse, { dossier, format, organisation }: Fetched): Promise<void> {
  const moment = (at: string) => datedWords(organisation, new Date(at));
  const json = format === 'json';
  const body = json ? `${JSON.stringify(dossier, undefined, 2)}\n` : await asPdf(dossier, moment);
  // As a file to keep: a browser must not show it in a window that stays open on a shared computer.
  response.setHeader('Content-Disposition', `attachment; filename="dossier-${dossier.ref}.${format}"`);
  write(response, 200, json ? 'application/json; charset=utf-8' : 'application/pdf', body);
}

/** What draws a PDF is loaded by the first: most days there is none. */
const asPdf: typeof pdfOf = async (...given) => (await import('./pdf.ts')).pdfOf(...given);

const slipOf = ({ url = '' }: IncomingMessage): string => (url.split('?')[0] ?? '').slice(PATH.length + 1);

function write(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.statusCode = status;
  response.setHeader('Content-Type', type);
  response.end(body);
}
