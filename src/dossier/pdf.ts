import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Dossier, DutyLine, Line } from '../bot/report/dossier.ts';

/** A dossier on paper. What people typed is only ever drawn as letters: a PDF of ours holds no link, no script and no field. */

/** DejaVu has the letters of most scripts that a text in a Dutch school holds; what it lacks is drawn as an empty box. */
const fonts = createRequire(import.meta.url)
  .resolve('dejavu-fonts-ttf/package.json')
  .replace(/package\.json$/, 'ttf/');
const REGULAR = `${fonts}DejaVuSans.ttf`;
const BOLD = `${fonts}DejaVuSans-Bold.ttf`;

const SIZE = { title: 18, heading: 13, text: 10, small: 8 } as const;
const MARGIN = 56;
const GREY = '#555555';

type Document = PDFKit.PDFDocument;

/**
 * Draws a dossier as a PDF, A4, in Dutch.
 * @param compress off in tests, which read what it says
 */
export async function pdfOf(dossier: Dossier, moment: (at: string) => string, compress = true): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    compress,
    lang: 'nl-NL',
    displayTitle: true,
    info: { Title: `Dossier ${dossier.ref}`, Producer: 'Bij Twijfel', Creator: 'Bij Twijfel' },
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    document.once('end', resolve);
    document.once('error', reject);
  });
  document.registerFont('regular', REGULAR).registerFont('bold', BOLD);
  write(document, dossier, moment);
  number(document, dossier.ref);
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

function write(document: Document, dossier: Dossier, moment: (at: string) => string): void {
  document.font('bold').fontSize(SIZE.title).text(`Dossier van melding ${dossier.ref}`);
  small(document, `Gemaakt ${moment(dossier.made.at)}, door ${dossier.made.by}. Vertrouwelijk.`);
  lines(document, 'De zaak', dossier.facts);
  lines(document, 'Wat er is gemeld', dossier.report);
  section(document, 'Berichten en notities', dossier.messages, ({ at, by, what, text }) => {
    entry(document, `${what} · ${by} · ${moment(at)}`, text);
  });
  section(document, 'Wat moet of kan', dossier.duties, (duty) => duty && writeDuty(document, duty));
  section(document, 'Maatregelen die het protocol noemt', dossier.measures, (ladder) => {
    entry(document, `Voor: ${ladder.for}`, ladder.steps.map((step, i) => `${i + 1}. ${step}`).join('\n'));
  });
  section(document, 'Logboek', dossier.journal, ({ at, by, what }) => entry(document, `${moment(at)} · ${by}`, what));
  section(document, 'Artikelen', dossier.articles, ({ place, title, text }) =>
    entry(document, `${place} · ${title}`, text),
  );
}

function writeDuty(document: Document, { text, source, must, state, explanation }: DutyLine): void {
  entry(document, `${must ? 'Moet' : 'Kan'} · ${source}`, text);
  small(document, explanation === undefined ? state : `${state}. Uitleg: ${explanation}`);
}

function lines(document: Document, title: string, all: readonly Line[]): void {
  section(document, title, all, ({ label, text }) => entry(document, label, text));
}

function section<T>(document: Document, title: string, all: readonly T[], draw: (each: T) => void): void {
  if (all.length === 0) return;
  document.moveDown().font('bold').fontSize(SIZE.heading).text(title).moveDown(0.3);
  for (const each of all) draw(each);
}

function entry(document: Document, label: string, text: string): void {
  document.font('bold').fontSize(SIZE.text).text(drawable(label));
  document.font('regular').text(drawable(text), { paragraphGap: 4 });
}

function small(document: Document, text: string): void {
  document
    .font('regular')
    .fontSize(SIZE.small)
    .fillColor(GREY)
    .text(drawable(text), { paragraphGap: 4 })
    .fillColor('black');
}

/** A lone half of a pair is no letter; a form feed would be drawn as a box. */
const drawable = (text: string): string => text.toWellFormed().replace(/[^\P{Cc}\n]/gu, ' ');

function number(document: Document, ref: string): void {
  const { start, count } = document.bufferedPageRange();
  for (let i = start; i < start + count; i += 1) {
    document.switchToPage(i);
    // Below the margin, where writing would otherwise begin a new page.
    document.page.margins.bottom = 0;
    document
      .font('regular')
      .fontSize(SIZE.small)
      .fillColor(GREY)
      .text(`${ref} · bladzijde ${i + 1} van ${count}`, MARGIN, document.page.height - MARGIN / 1.5, {
        lineBreak: false,
      });
  }
}
