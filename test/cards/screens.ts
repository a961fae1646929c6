import { readdirSync, readFileSync } from 'node:fs';
import { adviceScreen } from '../../src/cards/advice.ts';
import { answerScreen } from '../../src/cards/answer.ts';
import { articleScreen } from '../../src/cards/article.ts';
import { caseNoticeScreen, caseStatusScreen } from '../../src/cards/case.ts';
import { doubtFormScreen, passOnFormScreen, questionFormScreen } from '../../src/cards/case-forms.ts';
import { caseReadScreen } from '../../src/cards/case-read.ts';
import { chooseScreen } from '../../src/cards/choose.ts';
import { dossierScreen } from '../../src/cards/dossier.ts';
import { helpScreen } from '../../src/cards/help.ts';
import { listScreen } from '../../src/cards/list.ts';
import { protocolScreen } from '../../src/cards/protocol.ts';
import { reportCheckScreen, reportFormScreen } from '../../src/cards/report-form.ts';
import {
  reportCloseScreen,
  reportDutiesScreen,
  reportExcludeScreen,
  reportTickScreen,
  reportWriteScreen,
} from '../../src/cards/report-forms.ts';
import { reportReadScreen } from '../../src/cards/report-read.ts';
import { textScreen } from '../../src/cards/text.ts';
import { walkScreen } from '../../src/cards/walk.ts';
import { welcomeScreen } from '../../src/cards/welcome.ts';
import type { Screen } from '../../src/conversation/reply.ts';

/** Every typed function by the name of its template, each from whatever JSON a sample holds. */
export const screens: Readonly<Record<string, (json: string) => Screen>> = {
  advice: (json) => adviceScreen(JSON.parse(json)),
  answer: (json) => answerScreen(JSON.parse(json)),
  article: (json) => articleScreen(JSON.parse(json)),
  'case-notice': (json) => caseNoticeScreen(JSON.parse(json)),
  'case-read': (json) => caseReadScreen(JSON.parse(json)),
  'case-status': (json) => caseStatusScreen(JSON.parse(json)),
  choose: (json) => chooseScreen(JSON.parse(json)),
  'doubt-form': (json) => doubtFormScreen(JSON.parse(json)),
  dossier: (json) => dossierScreen(JSON.parse(json)),
  help: (json) => helpScreen(JSON.parse(json)),
  list: (json) => listScreen(JSON.parse(json)),
  'pass-on-form': (json) => passOnFormScreen(JSON.parse(json)),
  protocol: (json) => protocolScreen(JSON.parse(json)),
  'question-form': (json) => questionFormScreen(JSON.parse(json)),
  'report-check': (json) => reportCheckScreen(JSON.parse(json)),
  'report-close': (json) => reportCloseScreen(JSON.parse(json)),
  'report-duties': (json) => reportDutiesScreen(JSON.parse(json)),
  'report-exclude': (json) => reportExcludeScreen(JSON.parse(json)),
  'report-form': (json) => reportFormScreen(JSON.parse(json)),
  'report-read': (json) => reportReadScreen(JSON.parse(json)),
  'report-tick': (json) => reportTickScreen(JSON.parse(json)),
  'report-write': (json) => reportWriteScreen(JSON.parse(json)),
  text: (json) => textScreen(JSON.parse(json)),
  walk: (json) => walkScreen(JSON.parse(json)),
  welcome: (json) => welcomeScreen(JSON.parse(json)),
};

export type Sample = { readonly file: string; readonly card: string; readonly variant: string; readonly json: string };

const folder = new URL('../../cards/samples/', import.meta.url);

/** All of `cards/samples/`: `<card>.<variant>.json`. */
export const samples: readonly Sample[] = readdirSync(folder).map((file) => {
  const [card = '', variant = ''] = file.split('.');
  return { file, card, variant, json: readFileSync(new URL(file, folder), 'utf8') };
});

/** A sample on its screen. */
export const screenOf = (file: string): Screen => {
  const sample = samples.find((each) => each.file === `${file}.json`);
  const make = sample === undefined ? undefined : screens[sample.card];
  if (sample === undefined || make === undefined) throw new Error(`there is no sample ${file}`);
  return make(sample.json);
};
